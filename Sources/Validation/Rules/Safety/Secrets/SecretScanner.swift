package import Diagnostics

/// Finds credentials in the bytes of a file, in one pass: by the prefixes that issuers give them, by their place in an
/// address, and by a telling name in front of a value that looks random.
package enum SecretScanner {
  package struct Secret: Equatable {
    /// What it is, with its article: `an AWS access key`.
    package let kind: String
    package let span: SourceSpan
  }

  package static func secrets(in bytes: [UInt8]) -> [Secret] {
    var found: [Secret] = []
    bytes.withUnsafeBufferPointer { buffer in
      marks.withUnsafeBufferPointer { marks in
        var index = 0
        while true {
          index = candidate(from: index, in: buffer, marks)
          guard index < buffer.count else { return }
          if let secret = secret(at: index, in: buffer) {
            found.append(secret)
            index = max(secret.span.end, index + 1)
          } else {
            index += 1
          }
        }
      }
    }
    return found
  }

  /// The next place at which three bytes begin anything that is looked for, as the table has it; it passes none over.
  /// Of the last two bytes of a text each is one.
  private static func candidate(
    from start: Int, in bytes: UnsafeBufferPointer<UInt8>, _ marks: UnsafeBufferPointer<UInt64>
  ) -> Int {
    var index = start
    // Three look-ups and no other branch: most letters begin something, and few of them with what stands behind.
    while index + 2 < bytes.count,
      marks[Int(bytes[index])] & marks[256 + Int(bytes[index + 1])] & marks[512 + Int(bytes[index + 2])] == 0
    {
      index += 1
    }
    return index
  }

  private static func secret(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Secret? {
    switch bytes[index] {
    case UInt8(ascii: "="), UInt8(ascii: ":"): NamedSecret.secret(at: index, in: bytes) ?? url(at: index, in: bytes)
    case UInt8(ascii: "-"): privateKey(at: index, in: bytes)
    default: SecretFormat.secret(at: index, in: bytes)
    }
  }

  /// The bit of an equals sign or a colon, behind which anything may stand.
  private static let separators: UInt64 = 1

  /// For the first, second and third byte of a place, 256 each, a bit for every beginning that has that byte there.
  private static let marks: [UInt64] = {
    var table = [UInt64](repeating: 0, count: 3 * 256)
    for byte in "=:".utf8 { table[Int(byte)] |= separators }
    for slot in 256..<table.count { table[slot] |= separators }
    let beginnings = SecretFormat.beginnings + [Array("---".utf8)]
    for (number, beginning) in beginnings.enumerated() {
      // More beginnings than bits share bits: that only lets more places through.
      for (place, byte) in beginning.enumerated() { table[256 * place + Int(byte)] |= 1 << UInt64(1 + number % 63) }
    }
    return table
  }()

  /// `scheme://user:password@host`: the password.
  private static func url(at colon: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Secret? {
    guard bytes.has("//", at: colon + 1), colon > 1, bytes[colon - 1].isLetter else { return nil }
    let user = bytes.end(from: colon + 3, limit: 64) { $0 > 0x20 && !":/@?#<>\"'`".utf8.contains($0) }
    guard user > colon + 3, user < bytes.count, bytes[user] == UInt8(ascii: ":") else { return nil }
    let end = bytes.end(from: user + 1, limit: 128) { $0 > 0x20 && !"/@?#<>\"'`".utf8.contains($0) }
    guard end - user > 4, end + 1 < bytes.count, bytes[end] == UInt8(ascii: "@"), bytes[end + 1].isWordByte else {
      return nil
    }
    let password = bytes[(user + 1)..<end]
    guard !SecretValue.isExample(password) else { return nil }
    return Secret(kind: "the password of an address", span: SourceSpan(user + 1, end))
  }

  /// A block `-----BEGIN … PRIVATE KEY-----`, to its end where it has one.
  private static func privateKey(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Secret? {
    guard bytes.has("-----BEGIN ", at: index) else { return nil }
    let label = bytes.end(from: index + 11, limit: 40) { $0.isLetter || $0.isDigit || $0 == 0x20 }
    guard bytes.has("-----", at: label), bytes.has("PRIVATE KEY", at: label - 11) else { return nil }
    var end = label + 5
    let limit = min(bytes.count, end + 8192)
    var line = end
    while line < limit {
      if bytes[line] == UInt8(ascii: "-"), bytes.has("-----END ", at: line) {
        end = min(bytes.end(from: line, limit: 80) { $0 != 0x0A && $0 != 0x0D }, bytes.count)
        break
      }
      line += 1
    }
    return Secret(kind: "a private key", span: SourceSpan(index, end))
  }
}

extension UnsafeBufferPointer<UInt8> {
  func has(_ text: StaticString, at index: Int) -> Bool {
    guard index >= 0, index + text.utf8CodeUnitCount <= count else { return false }
    for offset in 0..<text.utf8CodeUnitCount where self[index + offset] != text.utf8Start[offset] { return false }
    return true
  }

  /// Where a run of accepted bytes ends, at most `limit` bytes on.
  func end(from start: Int, limit: Int, where accepts: (UInt8) -> Bool) -> Int {
    var index = Swift.max(start, 0)
    let last = Swift.min(count, index + limit)
    while index < last, accepts(self[index]) { index += 1 }
    return index
  }
}
