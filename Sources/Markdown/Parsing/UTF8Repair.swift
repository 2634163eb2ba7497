import Diagnostics

/// Replaces bytes that are not UTF-8, and NULs, by U+FFFD once, at the door, so that no later stage meets them.
///
/// The parser would put U+FFFD for a NUL, three bytes for one, and count its columns in those.
enum UTF8Repair {
  static func repaired(_ file: SourceFile, reporting findings: inout [Finding]) -> SourceFile {
    if file.bytes.starts(with: [0xFF, 0xFE]) || file.bytes.starts(with: [0xFE, 0xFF]) {
      findings.append(
        Finding(
          "invalid-utf-8", at: .fileStart, "the file is UTF-16, not UTF-8",
          help: "save it as UTF-8, without a byte-order mark"))
      return withoutNULs(decodedUTF16(file), &findings)
    }
    return withoutNULs(withoutInvalid(file, &findings), &findings)
  }

  private static func withoutInvalid(_ file: SourceFile, _ findings: inout [Finding]) -> SourceFile {
    guard let offset = firstInvalid(file.bytes) else { return file }
    // Where the byte stands once each NUL before it takes three.
    let place = offset + 2 * file.bytes[..<offset].count { $0 == 0 }
    findings.append(
      Finding(
        "invalid-utf-8", at: SourceSpan(place, place),
        "the byte at offset \(offset) is not valid UTF-8; it is shown as U+FFFD", help: "save the file as UTF-8"))
    return SourceFile(path: file.path, text: String(decoding: file.bytes, as: UTF8.self))
  }

  private static func withoutNULs(_ file: SourceFile, _ findings: inout [Finding]) -> SourceFile {
    let zeros = file.bytes.withUnsafeBufferPointer { $0.reduce(into: UInt8(0)) { $0 |= $1 == 0 ? 1 : 0 } }
    guard zeros != 0, let offset = file.bytes.firstIndex(of: 0) else { return file }
    findings.append(
      Finding(
        "invalid-utf-8", at: SourceSpan(offset, offset),
        "the byte at offset \(offset) is NUL, which no text holds; it is shown as U+FFFD",
        help: "save the file as text"))
    let parts = file.bytes.split(separator: 0, omittingEmptySubsequences: false)
    return SourceFile(path: file.path, bytes: Array(parts.joined(separator: Array("\u{FFFD}".utf8))))
  }

  private static func decodedUTF16(_ file: SourceFile) -> SourceFile {
    let isBigEndian = file.bytes[0] == 0xFE
    let units = stride(from: 2, to: file.bytes.count - 1, by: 2).map { index -> UInt16 in
      let (first, second) = (UInt16(file.bytes[index]), UInt16(file.bytes[index + 1]))
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    return SourceFile(path: file.path, text: String(decoding: units, as: UTF16.self))
  }

  /// The same file with a question mark for every byte of what is no UTF-8, so that all places stay, and the offset of
  /// the first such byte; nil for valid UTF-8.
  static func inPlace(_ file: SourceFile) -> (file: SourceFile, offset: Int)? {
    guard let offset = firstInvalid(file.bytes) else { return nil }
    var bytes = file.bytes
    for index in bytes.indices.dropFirst(offset) where bytes[index] >= 0x80 { bytes[index] = UInt8(ascii: "?") }
    return (SourceFile(path: file.path, bytes: bytes), offset)
  }

  /// Offset of the first byte that no valid sequence holds; nil for valid UTF-8.
  private static func firstInvalid(_ bytes: [UInt8]) -> Int? {
    // Without a branch in it the compiler makes a few vector instructions of this pass.
    if bytes.withUnsafeBufferPointer({ $0.reduce(into: UInt8(0)) { $0 |= $1 } }) < 0x80 { return nil }
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput: return nil
      case .error: return min(offset, bytes.count)
      }
    }
  }
}
