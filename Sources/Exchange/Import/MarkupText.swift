/// Text out of the HTML that some systems keep in their fields.
enum MarkupText {
  /// Tags go, breaks and ends of blocks become line breaks, the common character references become their characters.
  static func plain(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<"), let end = tagEnd(in: bytes, from: index) {
        if isBreak(bytes[(index + 1)..<end]) { result.append(0x0A) }
        index = end + 1
      } else if bytes[index] == UInt8(ascii: "&"), let (character, length) = reference(in: bytes, at: index) {
        result += character
        index += length
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// A `<` opens a tag only before a letter or a slash.
  private static func tagEnd(in bytes: [UInt8], from open: Int) -> Int? {
    guard open + 1 < bytes.count, bytes[open + 1].isTagByte else { return nil }
    return bytes[(open + 1)..<min(bytes.count, open + 2000)].firstIndex(of: UInt8(ascii: ">"))
  }

  private static func isBreak(_ tag: ArraySlice<UInt8>) -> Bool {
    let name = String(decoding: tag.prefix { $0 != 0x20 }.filter { $0 != UInt8(ascii: "/") }, as: UTF8.self)
    return ["br", "p", "div", "li", "tr", "h1", "h2", "h3"].contains(name.lowercased())
  }

  private static let references: [(String, String)] = [
    ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&apos;", "'"), ("&nbsp;", " "),
  ]

  private static func reference(in bytes: [UInt8], at index: Int) -> ([UInt8], Int)? {
    for (name, character) in references where bytes[index...].starts(with: name.utf8) {
      return (Array(character.utf8), name.utf8.count)
    }
    return nil
  }
}

extension UInt8 {
  fileprivate var isTagByte: Bool {
    self == UInt8(ascii: "/") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }
}
