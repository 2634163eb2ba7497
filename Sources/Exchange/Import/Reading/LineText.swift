/// Text of another system as a row of a timeline wants it.
enum LineText {
  /// How many bytes of one message a row holds; what is longer is no row but a document.
  static let limit = 400

  /// One line without control characters, runs of blanks and addresses of e-mail, cut at a word.
  static func line(_ text: String, limit: Int = limit) -> String {
    var bytes: [UInt8] = []
    for byte in withoutAddresses(text).utf8 {
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

  /// What takes the place of an address of e-mail.
  static let addressMark = "(address)"

  /// The text without the addresses of people: `ops@example.org` becomes `(address)`.
  static func withoutAddresses(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.contains(UInt8(ascii: "@")) else { return text }
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "@"), let end = domainEnd(bytes, behind: index),
        let last = result.last, isLocal(last)
      {
        while let last = result.last, isLocal(last) { result.removeLast() }
        if result.suffix(7).elementsEqual("mailto:".utf8) { result.removeLast(7) }
        if result.last == UInt8(ascii: "@") { result.removeLast() }
        result += Array(addressMark.utf8)
        index = end
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isLocal(_ byte: UInt8) -> Bool {
    isWord(byte) || "._%+-".utf8.contains(byte)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
  }

  /// Where a domain of two labels or more ends; nil where none follows, as behind the `@` of `pkg@1.2`.
  private static func domainEnd(_ bytes: [UInt8], behind at: Int) -> Int? {
    var end = at + 1
    while end < bytes.count, isWord(bytes[end]) || bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: "-") {
      end += 1
    }
    while end > at + 1, !isWord(bytes[end - 1]) { end -= 1 }
    guard let dot = bytes[(at + 1)..<end].lastIndex(of: UInt8(ascii: ".")), dot > at + 1, end - dot > 2,
      bytes[(dot + 1)..<end].allSatisfy({ (0x41...0x5A).contains($0 & 0xDF) })
    else { return nil }
    return end
  }
}
