internal import Diagnostics
internal import Markdown

/// A row before its time is placed on a day, or a date that the rows below it share.
struct TimelineRow {
  var time: TimeExpression
  /// The zone of the table column that holds the time.
  var columnZone: Zone?
  /// The year of a column such as `Date (2021)`.
  var columnYear: Int?
  /// True for a date that stands alone above its rows.
  var isCarrier = false
  var text = ""
  var marker: TimelineMarker?
  var span: SourceSpan
  var timeSpan: SourceSpan
  var content: Range<Int> = 0..<0
  var contentOffset = 0
}

/// The words of a run of inline nodes, and which node each of them comes from.
struct InlineText {
  private(set) var bytes: [UInt8] = []
  private var leaves: [(start: Int, node: Int, isStrong: Bool)] = []
  let nodes: Range<Int>

  init(_ document: Document, nodes: Range<Int>) {
    self.nodes = nodes
    var index = nodes.lowerBound
    while index < nodes.upperBound {
      let node = document.nodes[index]
      let start = bytes.count
      index += 1
      switch node.kind {
      case .image:
        // What a picture shows is no word of the row.
        index = max(index, node.end)
        continue
      case .text(let run), .code(let run): bytes.append(contentsOf: document.bytes(run))
      case .softBreak, .lineBreak: bytes.append(0x20)
      case .htmlInline(let run):
        if document.bytes(run).starts(with: Array("<br".utf8)) { bytes.append(0x20) }
      default: continue
      }
      let isStrong = node.parent >= 0 && document.nodes[node.parent].kind == .strong
      leaves.append((start, index - 1, isStrong))
    }
  }

  /// The first node that holds words from a byte on, and how many bytes of its text come before them.
  func place(of offset: Int) -> (node: Int, skipped: Int)? {
    guard offset < bytes.count, let leaf = leaves.last(where: { $0.start <= offset }) else { return nil }
    return (leaf.node, offset - leaf.start)
  }

  /// Whether the word at a byte is bold.
  func isStrong(at offset: Int) -> Bool {
    leaves.last { $0.start <= offset }?.isStrong ?? false
  }

  /// One line without double blanks.
  func words(from start: Int) -> String {
    InlineText.oneLine(bytes[min(start, bytes.count)...])
  }

  static func oneLine(_ bytes: some Sequence<UInt8>) -> String {
    var line: [UInt8] = []
    for byte in bytes {
      let isBlank = byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
      if !isBlank { line.append(byte) } else if let last = line.last, last != 0x20 { line.append(0x20) }
    }
    while line.last == 0x20 { line.removeLast() }
    return String(decoding: line, as: UTF8.self)
  }
}

/// One line of a paragraph.
struct InlineLine {
  let text: InlineText
  /// Where its source stands, without the line break.
  let span: SourceSpan
  /// Whether its author ended it on purpose, with two blanks or a backslash.
  let endsHard: Bool
}

extension Document {
  /// The lines of a run of inline nodes that begins somewhere in a block.
  func lines(of nodes: Range<Int>, in block: Int) -> [InlineLine] {
    var lines: [InlineLine] = []
    var start = nodes.lowerBound
    var index = start
    let blockSpan = self.nodes[block].span
    var place = blockSpan.start
    if nodes.lowerBound > block + 1 {
      let above = self.nodes[(block + 1)..<nodes.lowerBound].count { $0.kind == .softBreak || $0.kind == .lineBreak }
      let line = source.lineSpan(source.line(at: blockSpan.start) + above)
      place = inlineStart(nodes.lowerBound, fallback: above == 0 ? blockSpan.start : line.start)
    }
    func close(at end: Int, isHard: Bool) {
      let lineEnd = min(max(source.lineSpan(source.line(at: place)).end, place), max(blockSpan.end, place))
      lines.append(
        InlineLine(
          text: InlineText(self, nodes: start..<end), span: SourceSpan(place, lineEnd), endsHard: isHard))
    }
    while index < nodes.upperBound {
      let kind = self.nodes[index].kind
      if kind == .softBreak || kind == .lineBreak {
        close(at: index, isHard: kind == .lineBreak)
        start = index + 1
        let nextLine = source.lineSpan(lastLine(of: lines[lines.count - 1], from: place) + 1)
        place = start < nodes.upperBound ? inlineStart(start, fallback: nextLine.start) : nextLine.start
      }
      index = self.nodes[index].end
    }
    if start < nodes.upperBound { close(at: nodes.upperBound, isHard: false) }
    return lines
  }

  /// The number of the last source line of an inline line: markup may be wrapped inside.
  private func lastLine(of line: InlineLine, from place: Int) -> Int {
    let wraps = line.text.nodes.count { nodes[$0].kind == .softBreak || nodes[$0].kind == .lineBreak }
    return source.line(at: place) + wraps
  }

  /// Where an inline node stands; nodes whose place the parser does not know carry their parent's span.
  private func inlineStart(_ index: Int, fallback: Int) -> Int {
    let node = nodes[index]
    let isKnown = node.parent >= 0 && node.span != nodes[node.parent].span && node.span.start >= fallback
    return isKnown && source.line(at: node.span.start) == source.line(at: fallback) ? node.span.start : fallback
  }
}
