/// The words of HTML that other systems wrote, by a list of the elements that may hold words.
enum HTMLText {
  private static let inline: Set<String> = [
    "a", "abbr", "at", "b", "code", "del", "em", "font", "i", "ins", "kbd", "mark", "s", "small", "span", "strike",
    "strong", "sub", "sup", "tt", "u", "time",
  ]
  private static let blocks: Set<String> = [
    "p", "div", "br", "ul", "ol", "li", "blockquote", "pre", "codeblock", "h1", "h2", "h3", "h4", "h5", "h6", "hr",
    "table", "thead", "tbody", "tfoot", "tr", "td", "th", "dl", "dt", "dd", "section", "article", "html", "body",
  ]

  /// Plain text with a line feed at each block's border.
  ///
  /// An element outside the list loses its words too where it is closed, so that no script, style or object shows; an
  /// image leaves nothing. A `<` that opens no tag stays.
  static func plain(_ html: String) -> String {
    guard html.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else { return html }
    var reader = Reader(bytes: Array(html.utf8))
    reader.run()
    return CharacterReferences.decoded(reader.output)
  }

  private struct Reader {
    let bytes: [UInt8]
    var output: [UInt8] = []
    private var index = 0
    /// Elements that are known not to be closed from here on, so that no tag is looked for twice.
    private var unclosed: Set<String> = []

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func run() {
      while index < bytes.count {
        if bytes[index] == UInt8(ascii: "<"), index + 1 < bytes.count, let end = tagEnd() {
          let tag = bytes[(index + 1)..<end]
          index = end + 1
          open(tag)
        } else {
          output.append(bytes[index])
          index += 1
        }
      }
    }

    /// The place of the `>` that ends the tag, quoted values stepped over; nil where no tag begins here.
    private mutating func tagEnd() -> Int? {
      let next = bytes[index + 1]
      if bytes[(index + 1)...].starts(with: "!--".utf8) { return commentEnd() }
      guard (0x41...0x5A).contains(next & 0xDF) || next == UInt8(ascii: "/") || next == UInt8(ascii: "!") else {
        return nil
      }
      var quote: UInt8?
      for place in (index + 1)..<min(bytes.count, index + 65_536) {
        if let open = quote {
          if bytes[place] == open { quote = nil }
        } else if bytes[place] == UInt8(ascii: ">") {
          return place
        } else if bytes[place] == UInt8(ascii: "\"") || bytes[place] == UInt8(ascii: "'") {
          quote = bytes[place]
        } else if bytes[place] == UInt8(ascii: "<") {
          return nil
        }
      }
      return nil
    }

    private func commentEnd() -> Int? {
      var place = index + 4
      while place + 2 < bytes.count {
        if bytes[place...].starts(with: "-->".utf8) { return place + 2 }
        place += 1
      }
      return bytes.count - 1
    }

    private mutating func open(_ tag: ArraySlice<UInt8>) {
      let isClosing = tag.first == UInt8(ascii: "/")
      let word = tag.drop { $0 == UInt8(ascii: "/") }.prefix { ($0 & 0xDF) >= 0x41 || (0x30...0x39).contains($0) }
      let name = String(decoding: word, as: UTF8.self).lowercased()
      if HTMLText.blocks.contains(name) {
        if let last = output.last, last != 0x0A { output.append(0x0A) }
      } else if !HTMLText.inline.contains(name), !isClosing, tag.last != UInt8(ascii: "/") {
        skip(name)
      }
    }

    private mutating func skip(_ name: String) {
      guard !name.isEmpty, !unclosed.contains(name) else { return }
      let close = Array("</\(name)".utf8)
      var place = index
      while place + close.count <= bytes.count {
        if bytes[place] == UInt8(ascii: "<"),
          zip(bytes[place...], close).allSatisfy({ $0 == $1 || ($0 | 0x20) == $1 })
        {
          index = bytes[place...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.count
          return
        }
        place += 1
      }
      unclosed.insert(name)
    }
  }
}

/// `&amp;` and its like.
enum CharacterReferences {
  private static let named: [String: UInt32] = [
    "amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "apos": 0x27, "nbsp": 0x20, "hellip": 0x2026, "mdash": 0x2014,
    "ndash": 0x2013, "lsquo": 0x2018, "rsquo": 0x2019, "ldquo": 0x201C, "rdquo": 0x201D, "bull": 0x2022, "rarr": 0x2192,
    "larr": 0x2190, "copy": 0xA9, "deg": 0xB0, "micro": 0xB5, "times": 0xD7, "eacute": 0xE9, "egrave": 0xE8,
    "auml": 0xE4, "ouml": 0xF6, "uuml": 0xFC, "szlig": 0xDF, "Auml": 0xC4, "Ouml": 0xD6, "Uuml": 0xDC, "zwnj": 0x200C,
  ]

  /// The text with its references read once, so that `&amp;lt;` is `&lt;`; an unknown one stays as it is.
  static func decoded(_ bytes: some Sequence<UInt8>) -> String {
    let bytes = Array(bytes)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "&"),
        let end = bytes[index..<min(bytes.count, index + 12)].firstIndex(of: UInt8(ascii: ";")),
        let scalar = scalar(String(decoding: bytes[(index + 1)..<end], as: UTF8.self))
      {
        result += Array(String(Character(scalar)).utf8)
        index = end + 1
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func scalar(_ name: String) -> Unicode.Scalar? {
    var value = named[name]
    if name.hasPrefix("#x") || name.hasPrefix("#X") {
      value = UInt32(name.dropFirst(2), radix: 16)
    } else if name.hasPrefix("#") {
      value = UInt32(name.dropFirst())
    }
    guard let value, value >= 0x20 || value == 0x0A || value == 0x09 else { return nil }
    return value == 0xA0 ? " " : Unicode.Scalar(value)
  }
}
