/// Comma-separated values after RFC 4180, harmless in a spreadsheet.
enum CSVWriter {
  /// A file of lines, each ended by carriage return and line feed.
  static func file(_ lines: [[String]]) -> [UInt8] {
    var bytes: [UInt8] = []
    for line in lines {
      for (index, field) in line.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        append(field, to: &bytes)
      }
      bytes.append(contentsOf: [0x0D, 0x0A])
    }
    return bytes
  }

  private static func append(_ field: String, to bytes: inout [UInt8]) {
    let text = Array(field.utf8)
    let isFormula = text.first.map(formulaStarts.contains) ?? false
    let isQuoted = isFormula || text.contains { quoted.contains($0) }
    guard isQuoted else { return bytes.append(contentsOf: text) }
    bytes.append(UInt8(ascii: "\""))
    // A spreadsheet would compute what begins like a formula; an apostrophe makes it words.
    if isFormula { bytes.append(UInt8(ascii: "'")) }
    for byte in text {
      bytes.append(byte)
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static let formulaStarts: Set<UInt8> = [
    UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D, 0x0A,
  ]
  private static let quoted: Set<UInt8> = [UInt8(ascii: ","), UInt8(ascii: "\""), 0x0A, 0x0D]
}
