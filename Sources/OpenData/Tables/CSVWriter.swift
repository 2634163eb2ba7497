/// Comma-separated values after RFC 4180, harmless in a spreadsheet.
package struct CSVWriter {
  package var bytes: [UInt8] = []

  package init() {}

  /// A file of lines.
  package static func file(_ lines: [[String]]) -> [UInt8] {
    var writer = CSVWriter()
    for line in lines { writer.append(line) }
    return writer.bytes
  }

  /// Adds a line of fields, ended by carriage return and line feed.
  package mutating func append(_ fields: [String]) {
    for field in fields { append(field) }
    endLine()
  }

  /// Whether the next field is the first of its line.
  private var isAtStart = true

  /// Adds a field to the line.
  package mutating func append(_ field: String) {
    separate()
    var field = field
    field.withUTF8 { Self.append($0, to: &bytes) }
  }

  /// Adds fields that are written already, the commas between them included.
  package mutating func append(encoded fields: some Collection<UInt8>) {
    separate()
    bytes.append(contentsOf: fields)
  }

  package mutating func endLine() {
    bytes.append(0x0D)
    bytes.append(0x0A)
    startLine()
  }

  /// Has the next field follow without a comma.
  package mutating func startLine() { isAtStart = true }

  private mutating func separate() {
    if !isAtStart { bytes.append(UInt8(ascii: ",")) }
    isAtStart = false
  }

  private static func append(_ field: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    let isFormula = field.first.map(startsFormula) ?? false
    guard isFormula || field.contains(where: needsQuotes) else { return bytes.append(contentsOf: field) }
    bytes.append(UInt8(ascii: "\""))
    // A spreadsheet would compute what begins like a formula; an apostrophe makes it words.
    if isFormula { bytes.append(UInt8(ascii: "'")) }
    for byte in field {
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
    var bytes: [UInt8] = []
    append(to: &bytes) { _ in }
    return bytes
  }

  /// Appends the same, and passes the bytes on between rows.
  package func append(to bytes: inout [UInt8], passingOn: PassingOn) {
    var writer = CSVWriter()
    writer.append(columns.map(\.name))
    forEachRow { row in
      for cell in row { writer.append(cell.csvText) }
      writer.endLine()
      passingOn(&writer.bytes)
    }
    bytes += writer.bytes
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
