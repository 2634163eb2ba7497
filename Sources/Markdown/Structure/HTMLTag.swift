/// A tag as it stands in HTML: its name in lower case, whether it closes, and its bytes.
struct HTMLTag {
  let name: String
  let isClosing: Bool
  let range: Range<Int>

  /// The tag that begins at a `<`; nil for anything else.
  init?(_ bytes: [UInt8], at start: Int, to end: Int) {
    var index = start + 1
    isClosing = index < end && bytes[index] == UInt8(ascii: "/")
    if isClosing { index += 1 }
    let nameStart = index
    while index < end, index - nameStart < 16, Self.isNameByte(bytes[index]) { index += 1 }
    guard index > nameStart else { return nil }
    name = String(decoding: bytes[nameStart..<index].map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self)
    var quote: UInt8 = 0
    let limit = min(end, start + 4_000)
    while index < limit {
      let byte = bytes[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "<") {
        return nil
      } else if byte == UInt8(ascii: ">") {
        range = start..<index + 1
        return
      }
      index += 1
    }
    return nil
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39
  }
}
