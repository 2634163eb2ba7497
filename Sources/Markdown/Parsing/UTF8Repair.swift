import Diagnostics

/// Replaces bytes that are not UTF-8 by U+FFFD once, at the door, so that no later stage meets them.
enum UTF8Repair {
  static func repaired(_ file: SourceFile, reporting findings: inout [Finding]) -> SourceFile {
    if file.bytes.starts(with: [0xFF, 0xFE]) || file.bytes.starts(with: [0xFE, 0xFF]) {
      findings.append(
        Finding(
          "invalid-utf-8", at: .fileStart, "the file is UTF-16, not UTF-8",
          help: "save it as UTF-8, without a byte-order mark"))
      return decodedUTF16(file)
    }
    guard let offset = firstInvalid(file.bytes) else { return file }
    let text = String(decoding: file.bytes, as: UTF8.self)
    let repaired = SourceFile(path: file.path, text: text)
    findings.append(
      Finding(
        "invalid-utf-8", at: SourceSpan(offset, offset),
        "the byte at offset \(offset) is not valid UTF-8; it is shown as U+FFFD", help: "save the file as UTF-8"))
    return repaired
  }

  private static func decodedUTF16(_ file: SourceFile) -> SourceFile {
    let isBigEndian = file.bytes[0] == 0xFE
    let units = stride(from: 2, to: file.bytes.count - 1, by: 2).map { index -> UInt16 in
      let (first, second) = (UInt16(file.bytes[index]), UInt16(file.bytes[index + 1]))
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    return SourceFile(path: file.path, text: String(decoding: units, as: UTF16.self))
  }

  /// Offset of the first byte that no valid sequence holds; nil for valid UTF-8.
  private static func firstInvalid(_ bytes: [UInt8]) -> Int? {
    if bytes.allSatisfy({ $0 < 0x80 }) { return nil }
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
