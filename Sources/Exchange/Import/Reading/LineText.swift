/// Text of another system as a row of a timeline wants it.
enum LineText {
  /// How many bytes of one message a row holds; what is longer is no row but a document.
  static let limit = 400

  /// What takes the place of an address of e-mail.
  static let addressMark = "[e-mail address]"

  /// One line without control characters and runs of blanks, cut at a word.
  static func line(_ text: String, limit: Int = limit) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if byte > 0x20, byte != 0x7F {
        bytes.append(byte)
      } else if let last = bytes.last, last != 0x20 {
        bytes.append(0x20)
      }
    }
    if bytes.last == 0x20 { bytes.removeLast() }
    return cut(bytes, limit)
  }

  private static func cut(_ bytes: [UInt8], _ limit: Int) -> String {
    guard bytes.count > limit else { return String(decoding: bytes, as: UTF8.self) }
    var end = bytes[..<limit].lastIndex(of: 0x20) ?? limit
    if end < limit / 2 { end = limit }
    while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return String(decoding: bytes[..<end], as: UTF8.self) + " …"
  }
}
