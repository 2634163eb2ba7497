/// Comma-separated values after RFC 4180, harmless in a spreadsheet.
package struct CSVWriter {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  /// A file of lines.
  package static func file(_ lines: [[String]]) -> [UInt8] {
    var writer = CSVWriter()
    for line in lines { writer.append(line) }
    return writer.bytes
  }

  /// Adds a line of fields and of more fields, ended by carriage return and line feed.
  package mutating func append(_ fields: [String], _ more: [String] = []) {
    var isFirst = true
    for part in [fields, more] {
      for field in part {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        isFirst = false
        Self.append(field, to: &bytes)
      }
    }
    bytes.append(0x0D)
    bytes.append(0x0A)
  }

  private static func append(_ field: String, to bytes: inout [UInt8]) {
    let start = bytes.count
    bytes.append(contentsOf: field.utf8)
    let isFormula = bytes.count > start && startsFormula(bytes[start])
    guard isFormula || bytes[start...].contains(where: needsQuotes) else { return }
    let text = Array(bytes[start...])
    bytes.removeSubrange(start...)
    bytes.append(UInt8(ascii: "\""))
    // A spreadsheet would compute what begins like a formula; an apostrophe makes it words.
    if isFormula { bytes.append(UInt8(ascii: "'")) }
    for byte in text {
      bytes.append(byte)
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func startsFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D, 0x0A: true
    default: false
    }
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
  }
}

extension RecordTable {
  /// The table as comma-separated values with a line of names at its head; an empty cell where nobody said.
  package var csv: [UInt8] {
    CSVWriter.file([columns.map(\.name)] + rows.map { row in row.map(\.csvText) })
  }
}

extension RecordTable.Cell {
  fileprivate var csvText: String {
    switch self {
    case .none: ""
    case .text(let text): text
    case .whole(let number): "\(number)"
    case .real(let number): number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
    case .flag(let flag): flag ? "true" : "false"
    }
  }
}
