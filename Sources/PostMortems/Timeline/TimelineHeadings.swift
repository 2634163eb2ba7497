internal import Diagnostics
internal import Markdown

/// A sub-heading per time.
extension TimelineWalk {
  /// A heading that begins with a time takes the blocks below it, up to the next heading of any level.
  mutating func readHeading(_ blocks: [Block], at index: Int) -> Int {
    let heading = blocks[index]
    let end = blocks[(index + 1)...].firstIndex { isHeading($0) } ?? blocks.count
    let body = Array(blocks[(index + 1)..<end])
    let text = InlineText(document, nodes: heading.inlines)
    let span = headingText(heading.node)
    guard let head = RowHead(document, line: text, span: span) else {
      read(body)
      return end
    }
    let words = text.words(from: head.rest)
    if head.isDateOnly, body.isEmpty && words.isEmpty || hasClock(body) {
      rows.append(carrier(head))
      read(body)
      return end
    }
    var row = row(head, text: joined(words, body), end: body.last.map { document.nodes[$0.node].span.end } ?? span.end)
    row.content = body.first.map { $0.node..<(body.last.map { document.nodes[$0.node].end } ?? $0.node) } ?? 0..<0
    if body.isEmpty { place(&row, text: text, head: head, until: heading.inlines.upperBound) }
    if row.marker == nil { row.marker = TimelineMarker.named(words.utf8) }
    rows.append(row)
    return end
  }

  func isHeading(_ block: Block) -> Bool {
    if case .heading = document.nodes[block.node].kind { return true }
    return false
  }

  /// The heading's source without the `#` before it.
  func headingText(_ node: Int) -> SourceSpan {
    let span = document.nodes[node].span
    var start = span.start
    while start < span.end, document.source.bytes[start] == UInt8(ascii: "#") { start += 1 }
    return SourceSpan(start, span.end)
  }

  func joined(_ words: String, _ body: [Block]) -> String {
    let below = body.map { prose(of: $0.node) }.filter { !$0.isEmpty }.joined(separator: " ")
    return words.isEmpty || below.isEmpty ? words + below : "\(words): \(below)"
  }

  /// The words of a block without its code, its raw HTML and its tables.
  func prose(of block: Int) -> String {
    var bytes: [UInt8] = []
    var index = block
    while index < document.nodes[block].end {
      switch document.nodes[index].kind {
      case .codeBlock, .htmlBlock, .table:
        index = document.nodes[index].end
        continue
      case .text(let run), .code(let run): bytes.append(contentsOf: document.bytes(run))
      case .softBreak, .lineBreak, .paragraph, .item, .heading: bytes.append(0x20)
      default: break
      }
      index += 1
    }
    return InlineText.oneLine(bytes)
  }

  /// Whether any item, line or cell among the blocks begins with a time of day.
  func hasClock(_ blocks: [Block]) -> Bool {
    blocks.contains { block in
      (block.node..<document.nodes[block.node].end).contains { index in
        switch document.nodes[index].kind {
        case .paragraph, .tableCell:
          document.lines(of: index + 1..<document.nodes[index].end, in: index).contains { line in
            TimeReader.read(ByteCursor(line.text.bytes))?.hasClock ?? false
          }
        default: false
        }
      }
    }
  }
}
