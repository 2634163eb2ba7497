internal import Diagnostics

/// `DB_PASSWORD=…`, `"api_key": "…"`: a value that looks random behind a name that says what it is.
enum NamedSecret {
  /// The value behind an equals sign or colon.
  static func secret(at separator: Int, in bytes: UnsafeBufferPointer<UInt8>) -> SecretScanner.Secret? {
    guard isTelling(nameEnding(before: separator, in: bytes)) else { return nil }
    var start = separator + 1
    if start < bytes.count, bytes[start] == UInt8(ascii: "=") || bytes[start] == UInt8(ascii: ">") { start += 1 }
    start = bytes.end(from: start, limit: 4) { $0 == 0x20 || $0 == 0x09 }
    start = bytes.end(from: start, limit: 1) { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
    let end = bytes.end(from: start, limit: 256) { $0 > 0x20 && !"\"'`,;()|\\".utf8.contains($0) }
    let value = bytes[start..<end]
    guard value.count >= 12, looksRandom(value), !SecretValue.isExample(value) else { return nil }
    return SecretScanner.Secret(kind: "a secret value", span: SourceSpan(start, end))
  }

  /// The bytes of the name in front of the separator, over a closing quote and blanks.
  private static func nameEnding(before separator: Int, in bytes: UnsafeBufferPointer<UInt8>)
    -> Slice<UnsafeBufferPointer<UInt8>>
  {
    var end = separator
    while end > 0, separator - end < 3, bytes[end - 1] == 0x20 || "\"'".utf8.contains(bytes[end - 1]) { end -= 1 }
    var start = end
    while start > 0, end - start < 40, isNameByte(bytes[start - 1]) { start -= 1 }
    return bytes[start..<end]
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }

  private static func isTelling(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard name.count >= 3, let last = name.last?.folded, "dnty".utf8.contains(last) else { return false }
    let text = String(
      decoding: name.lazy.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: "_") : $0.folded }, as: UTF8.self)
    return endings.contains { text.hasSuffix($0) }
  }

  private static let endings = [
    "password", "passwd", "pwd", "secret", "token", "api_key", "apikey", "access_key", "secret_key", "private_key",
    "auth_key",
  ]

  /// Letters and digits mixed within a word, without the marks of a path or an address, at 3.5 bits a byte or more.
  private static func looksRandom(_ value: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let words = value.split { !$0.isDigit && !$0.isLetter }
    guard words.contains(where: { $0.contains(where: \.isDigit) && $0.contains(where: \.isLetter) }),
      !value.contains(UInt8(ascii: ":")), value.count(where: { $0 == UInt8(ascii: "/") }) < 2
    else { return false }
    return SecretValue.entropy(value) >= 3.5
  }
}
