/// What holds of the HTML of any document: own elements only, each closed, no script in any attribute.
enum HTMLProperties {
  private static let elements: Set<String> = [
    "a", "abbr", "aside", "blockquote", "br", "code", "del", "details", "div", "em", "figure", "h1", "h2", "h3", "h4",
    "h5", "h6", "hr", "img", "input", "kbd", "li", "ol", "p", "pre", "section", "span", "strong", "sub", "summary",
    "sup",
    "table", "tbody", "td", "th", "thead", "time", "tr", "ul",
  ]
  private static let empty: Set<String> = ["br", "hr", "img", "input"]

  static func check(_ html: [UInt8]) throws(Violation) {
    let text = String(decoding: html, as: UTF8.self)
    try expect(Array(text.utf8) == html, "HTML that is no UTF-8")
    var open: [String] = []
    for part in text.unicodeScalars.split(separator: "<").dropFirst(text.hasPrefix("<") ? 0 : 1) {
      guard let end = part.firstIndex(of: ">") else { throw Violation("'<' without '>': \(String(part))") }
      try check(tag: String(part[..<end]), &open)
    }
    try expect(open.isEmpty, "not closed: \(open)")
  }

  private static func check(tag: String, _ open: inout [String]) throws(Violation) {
    let isEnd = tag.hasPrefix("/")
    let name = String(tag.drop { $0 == "/" }.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) })
    try expect(elements.contains(name), "an element that is not ours: <\(tag)>")
    if isEnd {
      try expect(open.popLast() == name, "</\(name)> closes nothing")
    } else {
      try checkAttributes(tag)
      if !empty.contains(name) { open.append(name) }
    }
  }

  private static func checkAttributes(_ tag: String) throws(Violation) {
    let lower = tag.lowercased()
    try expect(!lower.contains(" style=") && !lower.contains(" srcdoc="), "<\(tag)>")
    for attribute in ["href=\"", "src=\""] where lower.contains(attribute) {
      let address = lower[(lower.firstRange(of: attribute)?.upperBound ?? lower.endIndex)...]
      let scheme = address.unicodeScalars.filter { $0.value > 0x20 }.prefix(11)
      for bad in ["javascript:", "vbscript:", "data:", "//"] {
        try expect(!scheme.starts(with: bad.unicodeScalars), "<\(tag)>")
      }
    }
    // Quotes of values are escaped, so that outside of them only names stand.
    let outside = tag.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 0 }.map(\.element).joined()
    try expect(!outside.lowercased().contains(" on"), "<\(tag)>")
  }
}
