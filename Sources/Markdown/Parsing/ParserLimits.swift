import Diagnostics

/// The fence around cmark-gfm: inputs on which the linked version needs minutes or writes a thousandfold are cut before
/// it sees them, with a finding that names the limit and the place.
enum ParserLimits {
  static let fileBytes = 512 * 1024
  static let lineBytes = 64 * 1024
  static let tableColumns = 128
  /// Cells that a table may have, those included that the parser adds to short rows.
  static let tableCells = 50_000
  /// Lines of one file that look like a table's delimiter row.
  static let delimiterRows = 500
  static let containerDepth = 100
  /// Lines of one file that may be a heading or its underline: every heading opens a section, and sections are compared.
  static let headings = 2_000
  /// Openings of `<!`, `<?` and `![` in one paragraph.
  static let openings = 1_000
  /// Bytes that the addresses and titles of all links of a file may come to, or the file's size where that is more.
  static let addressBytes = 100 * 1024

  /// Where the body ends for the parser: the body's end, or the start of the line at which a limit was passed.
  static func end(of source: SourceFile, from start: Int, reporting findings: inout [Finding]) -> Int {
    var scan = LimitScan(source: source)
    var line = source.line(at: start)
    while line <= source.lineStarts.count {
      let span = source.lineSpan(line)
      guard span.start < source.bytes.count || span.isEmpty else { break }
      if let problem = scan.problem(in: SourceSpan(max(span.start, start), span.end)) {
        findings.append(
          Finding(
            "parser-limit", at: span, problem, notes: ["the page shows the document up to this line"],
            help: "split the document, or put the text in an attached file"))
        return max(span.start, start)
      }
      line += 1
    }
    return source.bytes.count
  }
}

/// What has been counted so far, line by line.
struct LimitScan {
  let source: SourceFile
  private var delimiterRows = 0
  private var tableColumns = 0
  private var tableCells = 0
  private var openings = 0
  private var headings = 0

  init(source: SourceFile) {
    self.source = source
  }

  /// The limit that a line passes, in words.
  mutating func problem(in line: SourceSpan) -> String? {
    if line.start > ParserLimits.fileBytes { return "the file is longer than \(ParserLimits.fileBytes) bytes" }
    if line.end - line.start > ParserLimits.lineBytes {
      return "the line is longer than \(ParserLimits.lineBytes) bytes"
    }
    if line.isEmpty {
      openings = 0
      tableColumns = 0
      return nil
    }
    return source.bytes.withUnsafeBufferPointer { bytes in
      count(UnsafeBufferPointer(rebasing: bytes[line.start..<line.end]))
    }
  }

  private mutating func count(_ line: UnsafeBufferPointer<UInt8>) -> String? {
    if containerDepth(line) > ParserLimits.containerDepth {
      return "quotes and lists are nested deeper than \(ParserLimits.containerDepth)"
    }
    if isHeading(line) { headings += 1 }
    if headings > ParserLimits.headings { return "the file has more than \(ParserLimits.headings) headings" }
    countOpenings(line)
    if openings > ParserLimits.openings {
      return "the paragraph opens '<!', '<?' or '![' more than \(ParserLimits.openings) times"
    }
    return countTable(delimiterPipes: Self.delimiterPipes(line))
  }

  private mutating func countOpenings(_ line: UnsafeBufferPointer<UInt8>) {
    // Without a branch in it the compiler makes a few vector instructions of this pass, which settles most lines.
    let marks = line.reduce(into: UInt8(0)) { marks, byte in
      marks |= (byte == UInt8(ascii: "!") ? 1 : 0) | (byte == UInt8(ascii: "?") ? 1 : 0)
    }
    guard marks != 0 else { return }
    var previous: UInt8 = 0
    for byte in line {
      if previous == UInt8(ascii: "<"), byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") { openings += 1 }
      if previous == UInt8(ascii: "!"), byte == UInt8(ascii: "[") { openings += 1 }
      previous = byte
    }
  }

  /// How many pipes a table's delimiter row has; nil for any other line.
  private static func delimiterPipes(_ line: UnsafeBufferPointer<UInt8>) -> Int? {
    var pipes = 0
    var hasDash = false
    for byte in line {
      switch byte {
      case UInt8(ascii: "|"): pipes += 1
      case UInt8(ascii: "-"): hasDash = true
      case UInt8(ascii: ":"), 0x20, 0x09, UInt8(ascii: ">"), UInt8(ascii: "*"), UInt8(ascii: "+"): break
      default: return nil
      }
    }
    return hasDash && pipes > 0 ? pipes : nil
  }

  /// A number sign behind blanks and quote signs, or a row of `=` or `-`.
  private func isHeading(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    let text = line.drop { $0 == 0x20 || $0 == UInt8(ascii: ">") }
    guard let first = text.first else { return false }
    if first == UInt8(ascii: "#") { return true }
    guard first == UInt8(ascii: "=") || first == UInt8(ascii: "-") else { return false }
    return text.allSatisfy { $0 == first || $0 == 0x20 }
  }

  private mutating func countTable(delimiterPipes pipes: Int?) -> String? {
    if let pipes {
      delimiterRows += 1
      tableColumns = pipes + 1
      tableCells = 0
    } else if tableColumns > 0 {
      tableCells += tableColumns
    }
    if delimiterRows > ParserLimits.delimiterRows {
      return "the file has more than \(ParserLimits.delimiterRows) table delimiter rows"
    }
    if tableColumns > ParserLimits.tableColumns {
      return "the table has more than \(ParserLimits.tableColumns) columns"
    }
    if tableCells > ParserLimits.tableCells {
      return "the table has more than \(ParserLimits.tableCells) cells"
    }
    return nil
  }

  /// Quote signs and list markers at the head of a line.
  private func containerDepth(_ line: UnsafeBufferPointer<UInt8>) -> Int {
    var depth = 0
    var index = 0
    while index < line.count {
      switch line[index] {
      case 0x20, 0x09: break
      case UInt8(ascii: ">"): depth += 1
      case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
        guard index + 1 < line.count, line[index + 1] == 0x20 || line[index + 1] == 0x09 else { return depth }
        depth += 1
      default: return depth
      }
      index += 1
    }
    return depth
  }
}
