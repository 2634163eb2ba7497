package import Diagnostics

/// Headings, lists, tables and definitions that an author wrote as HTML, for readers of structure.
package enum HTMLStructure {
  /// The file with these written as Markdown in the same number of bytes, so that every place keeps its offset though not
  /// its line; nil for a document that has none of them.
  package static func asMarkdown(_ document: Document) -> SourceFile? {
    let hasStructure = document.nodes.contains { node in
      guard case .htmlBlock(let literal) = node.kind else { return false }
      return holdsStructure(Array(document.bytes(literal)))
    }
    guard hasStructure else { return nil }
    let code = document.nodes.compactMap { node -> Range<Int>? in
      switch node.kind {
      case .codeBlock, .code: node.span.start..<node.span.end
      default: nil
      }
    }
    var rewriter = HTMLRewriter(document.source.bytes, from: document.bodyStart, code: code)
    return SourceFile(path: document.source.path, bytes: rewriter.rewritten())
  }

  private static let telling: Set<String> = ["h1", "h2", "h3", "h4", "h5", "h6", "li", "tr", "dt", "summary"]

  private static func holdsStructure(_ bytes: [UInt8]) -> Bool {
    bytes.indices.contains { index in
      guard bytes[index] == UInt8(ascii: "<"), let tag = HTMLTag(bytes, at: index, to: bytes.count) else {
        return false
      }
      return telling.contains(tag.name)
    }
  }
}

/// One pass over a body that writes Markdown over the tags of structure.
struct HTMLRewriter {
  private let source: [UInt8]
  private let code: [Range<Int>]
  private let start: Int
  var output: [UInt8]
  /// Whether each list that is open counts its items, the outermost first.
  private var lists: [Bool] = []
  private var isInItem = false
  private var isInTerm = false
  private var isInHeading = false
  private var isBehindTerm = false
  private var table: Table?

  private struct Table {
    var isInRow = false
    var cells = 0
    /// Whether the row that is open or was last holds headings.
    var isHeader = false
    /// How many columns a delimiter row needs that is still to be written.
    var delimiter: Int?
    var rows = 0
    /// The end of the words before, from which bytes may be written over.
    var free: Int
    var depth = 1
  }

  init(_ source: [UInt8], from start: Int, code: [Range<Int>]) {
    self.source = source
    self.start = start
    self.code = code.sorted { $0.lowerBound < $1.lowerBound }
    output = source
  }

  mutating func rewritten() -> [UInt8] {
    var index = start
    var nextCode = 0
    while index < source.count {
      while nextCode < code.count, code[nextCode].upperBound <= index { nextCode += 1 }
      if nextCode < code.count, code[nextCode].contains(index) {
        index = code[nextCode].upperBound
        if table != nil { table?.free = index }
        continue
      }
      if source[index] == UInt8(ascii: "<") {
        if let end = skipped(at: index) {
          index = end
          continue
        }
        if let tag = HTMLTag(source, at: index, to: source.count) {
          index = rewrite(tag)
          continue
        }
      }
      copy(index)
      index += 1
    }
    return output
  }

  /// The end of a comment or of an element whose content is no text.
  private func skipped(at index: Int) -> Int? {
    for (opening, closing) in [("<!--", "-->"), ("<pre", "</pre>"), ("<script", "</script>"), ("<style", "</style>")]
    where source[index...].starts(with: opening.utf8) {
      let rest = source[index...]
      return rest.firstRange(of: Array(closing.utf8))?.upperBound
    }
    return nil
  }

  /// Words that are cut over lines where Markdown allows one line go on behind a blank.
  private mutating func copy(_ index: Int) {
    let byte = source[index]
    let isBreak = byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    if isBreak, isInHeading || isInItem || isInTerm || isBehindTerm || table != nil { output[index] = 0x20 }
    if table != nil, byte > 0x20 { table?.free = index + 1 }
  }
}

// MARK: Tags
extension HTMLRewriter {
  /// Writes over a tag; the place behind it and behind what it takes with it.
  private mutating func rewrite(_ tag: HTMLTag) -> Int {
    switch tag.name {
    case "h1", "h2", "h3", "h4", "h5", "h6": return heading(tag)
    case "ul", "ol": return list(tag)
    case "li": return item(tag)
    case "table": return tableTag(tag)
    case "tr", "thead", "tbody", "tfoot": return row(tag)
    case "td", "th": return cell(tag)
    case "dl", "dt", "dd": return definition(tag)
    case "summary": return summary(tag)
    case "p", "div", "section", "article", "main", "header", "footer", "details":
      fill(tag.range, isInside ? 0x20 : 0x0A)
    case "b", "strong": bold(tag)
    case "br" where isInside: fill(tag.range, 0x20)
    default: if table != nil { table?.free = tag.range.upperBound }
    }
    return tag.range.upperBound
  }

  /// Whether a line may not end here.
  private var isInside: Bool { isInItem || isInTerm || isInHeading || isBehindTerm || table != nil }

  private mutating func fill(_ range: Range<Int>, _ byte: UInt8) {
    for index in range { output[index] = byte }
  }

  /// Writes a mark right in front of the words behind a tag, with line breaks before it; the place of these words.
  private mutating func mark(_ tag: HTMLTag, _ text: String, isItem: Bool = false) -> Int {
    let place = wordsBehind(tag)
    let mark = Array(text.utf8)
    // The mark stands on the tag's line, whatever line the words are on.
    if isItem, place - tag.range.lowerBound >= mark.count + 5 {
      let start = tag.range.lowerBound + 1
      fill(start - 1..<place, 0x20)
      output[start - 1] = 0x0A
      output.replaceSubrange(start..<start + mark.count, with: mark)
      output.replaceSubrange(place - 4..<place, with: [0x0A, 0x20, 0x20, 0x20])
      return place
    }
    fill(tag.range.lowerBound..<place, 0x0A)
    guard place - tag.range.lowerBound >= mark.count else { return place }
    output.replaceSubrange(place - mark.count..<place, with: mark)
    return place
  }

  /// Where the words behind a tag begin: behind blanks and paragraphs that only hold them.
  private func wordsBehind(_ tag: HTMLTag) -> Int {
    var index = tag.range.upperBound
    while index < source.count {
      if source[index] <= 0x20 {
        index += 1
      } else if source[index] == UInt8(ascii: "<"), let next = HTMLTag(source, at: index, to: source.count),
        !next.isClosing, ["p", "div", "span"].contains(next.name)
      {
        index = next.range.upperBound
      } else {
        break
      }
    }
    return index
  }

  private mutating func heading(_ tag: HTMLTag) -> Int {
    guard table == nil, !isInItem else {
      fill(tag.range, 0x20)
      return tag.range.upperBound
    }
    isInHeading = !tag.isClosing
    if tag.isClosing {
      fill(tag.range, 0x0A)
      return tag.range.upperBound
    }
    let level = tag.name.utf8.last.map { Int($0) - 0x30 } ?? 2
    let room = wordsBehind(tag) - tag.range.lowerBound
    return mark(tag, String(repeating: "#", count: min(level, max(room - 2, 1))) + " ")
  }

  private mutating func list(_ tag: HTMLTag) -> Int {
    if table == nil {
      if tag.isClosing { _ = lists.popLast() } else { lists.append(tag.name == "ol") }
      if lists.isEmpty { isInItem = false }
    }
    let isNested = table != nil || lists.count > (tag.isClosing ? 0 : 1)
    fill(tag.range, isNested ? 0x20 : 0x0A)
    return tag.range.upperBound
  }

  /// Items of inner lists are words of the outer one's.
  private mutating func item(_ tag: HTMLTag) -> Int {
    guard table == nil, lists.count == 1, let isOrdered = lists.last else {
      fill(tag.range, 0x20)
      return tag.range.upperBound
    }
    isInItem = !tag.isClosing
    if tag.isClosing {
      fill(tag.range, 0x0A)
      return tag.range.upperBound
    }
    return mark(tag, isOrdered ? "1. " : "- ", isItem: true)
  }

  private mutating func definition(_ tag: HTMLTag) -> Int {
    guard table == nil, tag.name != "dl" else {
      fill(tag.range, table == nil ? 0x0A : 0x20)
      return tag.range.upperBound
    }
    if tag.name == "dt", !tag.isClosing {
      isInTerm = true
      return mark(tag, "- **")
    }
    if tag.name == "dt" {
      isInTerm = false
      isBehindTerm = true
      fill(tag.range, 0x20)
      output.replaceSubrange(tag.range.lowerBound..<tag.range.lowerBound + 3, with: "**:".utf8)
    } else {
      isBehindTerm = false
      isInItem = !tag.isClosing
      fill(tag.range, tag.isClosing ? 0x0A : 0x20)
    }
    return tag.range.upperBound
  }

  /// What a part that folds away is called, as a line in bold.
  private mutating func summary(_ tag: HTMLTag) -> Int {
    guard !isInside || tag.isClosing else { return tag.range.upperBound }
    guard tag.isClosing else {
      isInTerm = true
      return mark(tag, "**")
    }
    isInTerm = false
    fill(tag.range, 0x0A)
    output.replaceSubrange(tag.range.lowerBound..<tag.range.lowerBound + 2, with: "**".utf8)
    return tag.range.upperBound
  }

  private mutating func bold(_ tag: HTMLTag) {
    let isPlain = isInTerm || isInHeading || table?.isHeader ?? false
    fill(tag.range, 0x20)
    guard !isPlain, table == nil || table?.isInRow == true else { return }
    let place = tag.isClosing ? tag.range.lowerBound : tag.range.upperBound - 2
    output.replaceSubrange(place..<place + 2, with: "**".utf8)
    table?.free = tag.range.upperBound
  }
}

// MARK: Tables
extension HTMLRewriter {
  private mutating func tableTag(_ tag: HTMLTag) -> Int {
    fill(tag.range, 0x20)
    if tag.isClosing {
      guard table?.depth == 1 else {
        table?.depth -= 1
        return tag.range.upperBound
      }
      if table?.rows ?? 0 > 0 { output[tag.range.lowerBound] = UInt8(ascii: "|") }
      fill(tag.range.lowerBound + 1..<tag.range.upperBound, 0x0A)
      table = nil
    } else if table != nil {
      table?.depth += 1
    } else {
      table = Table(free: tag.range.lowerBound)
    }
    return tag.range.upperBound
  }

  private mutating func row(_ tag: HTMLTag) -> Int {
    guard table != nil else { return tag.range.upperBound }
    fill(tag.range, 0x20)
    guard tag.name == "tr", table?.depth == 1 else { return tag.range.upperBound }
    if tag.isClosing, table?.isInRow == true {
      table?.isInRow = false
      table?.rows += 1
      if table?.rows == 1, table?.isHeader == true, let cells = table?.cells { table?.delimiter = cells }
    }
    if !tag.isClosing {
      table?.isInRow = true
      table?.cells = 0
      table?.isHeader = false
    }
    return tag.range.upperBound
  }

  private mutating func cell(_ tag: HTMLTag) -> Int {
    guard let free = table?.free, table?.depth == 1, !tag.isClosing else {
      if table != nil { fill(tag.range, 0x20) }
      return tag.range.upperBound
    }
    if table?.cells == 0, tag.name == "th" { table?.isHeader = true }
    if tag.name == "td" { table?.isHeader = false }
    table?.cells += 1
    let place = wordsBehind(tag)
    var mark = "| "
    if table?.cells == 1 {
      mark = (table?.rows ?? 0 > 0 ? "|\n" : "\n\n") + delimiter(room: place - free) + "| "
    }
    fill(free..<place, 0x20)
    if place - free >= mark.utf8.count {
      output.replaceSubrange(place - mark.utf8.count..<place, with: mark.utf8)
    }
    table?.free = place
    return place
  }

  /// The row below a table's headings, where there is room for it.
  private mutating func delimiter(room: Int) -> String {
    guard let columns = table?.delimiter else { return "" }
    table?.delimiter = nil
    let row = "|" + String(repeating: "-|", count: columns) + "\n"
    return row.utf8.count + 4 <= room ? row : ""
  }
}
