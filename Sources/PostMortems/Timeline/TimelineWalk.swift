internal import Diagnostics
internal import Markdown

/// One walk over a section's blocks that collects rows in the order they are written.
struct TimelineWalk {
  let document: Document
  private(set) var rows: [TimelineRow] = []
  private(set) var rest: [Int] = []
  /// Whether blocks are a section's own, and not inside a list item or a quote.
  private var depth = 0

  init(document: Document) {
    self.document = document
  }

  /// A block to read: a node, and where the inline nodes of a paragraph begin.
  struct Block {
    let node: Int
    let inlines: Range<Int>
  }

  mutating func readSection(_ content: Range<Int>) {
    read(blocks(in: content))
  }

  /// The blocks of whole subtrees; inline nodes in front of them are the end of the paragraph that a label opened.
  private func blocks(in content: Range<Int>) -> [Block] {
    var blocks: [Block] = []
    var index = content.lowerBound
    if index < content.upperBound, !document.nodes[index].kind.isBlock {
      let parent = document.nodes[index].parent
      let end = min(document.nodes[parent].end, content.upperBound)
      blocks.append(Block(node: parent, inlines: index..<end))
      index = end
    }
    while index < content.upperBound {
      blocks.append(Block(node: index, inlines: index + 1..<document.nodes[index].end))
      index = document.nodes[index].end
    }
    return blocks
  }

  private func children(of node: Int) -> [Block] {
    blocks(in: node + 1..<document.nodes[node].end)
  }

  private mutating func read(_ blocks: [Block]) {
    var index = 0
    while index < blocks.count {
      let block = blocks[index]
      switch document.nodes[block.node].kind {
      case .heading: index = readHeading(blocks, at: index)
      case .paragraph: index = readParagraph(blocks, at: index)
      case .list, .table, .blockQuote:
        readContainer(block)
        index += 1
      default:
        leave(block)
        index += 1
      }
    }
  }

  private mutating func leave(_ block: Block) {
    if depth == 0 { rest.append(block.node) }
  }

  private mutating func readContainer(_ block: Block) {
    let before = rows.count
    switch document.nodes[block.node].kind {
    case .list: readList(block.node)
    case .table: rows += TimelineTable(document, table: block.node)?.rows() ?? []
    default:
      depth += 1
      read(children(of: block.node))
      depth -= 1
    }
    if rows.count == before { leave(block) }
  }
}

// MARK: Sub-headings
extension TimelineWalk {
  /// A heading that begins with a time takes the blocks below it, up to the next heading of any level.
  private mutating func readHeading(_ blocks: [Block], at index: Int) -> Int {
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

  private func isHeading(_ block: Block) -> Bool {
    if case .heading = document.nodes[block.node].kind { return true }
    return false
  }

  /// The heading's source without the `#` before it.
  private func headingText(_ node: Int) -> SourceSpan {
    let span = document.nodes[node].span
    var start = span.start
    while start < span.end, document.source.bytes[start] == UInt8(ascii: "#") { start += 1 }
    return SourceSpan(start, span.end)
  }

  private func joined(_ words: String, _ body: [Block]) -> String {
    let below = body.map { prose(of: $0.node) }.filter { !$0.isEmpty }.joined(separator: " ")
    return words.isEmpty || below.isEmpty ? words + below : "\(words): \(below)"
  }

  /// The words of a block without its code, its raw HTML and its tables.
  private func prose(of block: Int) -> String {
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
  private func hasClock(_ blocks: [Block]) -> Bool {
    blocks.contains { block in
      (block.node..<document.nodes[block.node].end).contains { index in
        switch document.nodes[index].kind {
        case .paragraph, .tableCell:
          document.lines(of: index + 1..<document.nodes[index].end, in: index).contains { line in
            TimeReader.read(ByteCursor(line.text.bytes))?.clock != nil
          }
        default: false
        }
      }
    }
  }
}

// MARK: Rows
extension TimelineWalk {
  private func carrier(_ head: RowHead) -> TimelineRow {
    TimelineRow(time: head.time, isCarrier: true, span: head.timeSpan, timeSpan: head.timeSpan)
  }

  private func row(_ head: RowHead, text: String, end: Int) -> TimelineRow {
    TimelineRow(
      time: head.time, text: text, marker: head.marker, span: SourceSpan(head.timeSpan.start, end),
      timeSpan: head.timeSpan)
  }

  /// Sets the nodes that hold a row's words, from behind its time.
  private func place(_ row: inout TimelineRow, text: InlineText, head: RowHead, until end: Int) {
    guard let place = text.place(of: head.rest), place.node < end else { return }
    row.content = place.node..<end
    row.contentOffset = place.skipped
  }

  private func lines(of block: Block) -> [InlineLine] {
    document.lines(of: block.inlines, in: block.node)
  }
}

// MARK: Lists
extension TimelineWalk {
  private mutating func readList(_ list: Int) {
    depth += 1
    for item in document.children(of: list) { readItem(item) }
    depth -= 1
  }

  private mutating func readItem(_ item: Int) {
    let blocks = children(of: item)
    guard let first = blocks.first, case .paragraph = document.nodes[first.node].kind,
      let head = itemHead(first)
    else { return read(blocks) }
    let nested = blocks.dropFirst().firstIndex { isList($0) && hasClock([$0]) } ?? blocks.count
    let text = InlineText(document, nodes: first.inlines)
    let words = text.words(from: head.rest)
    if head.isDateOnly, nested < blocks.count || words.isEmpty && blocks.count == 1 {
      rows.append(carrier(head))
    } else {
      let own = Array(blocks[..<nested])
      let end = own.last?.node ?? first.node
      let below = own.dropFirst().map { prose(of: $0.node) }
      let whole = ([words] + below).filter { !$0.isEmpty }.joined(separator: " ")
      var row = row(head, text: whole, end: document.nodes[end].span.end)
      place(&row, text: text, head: head, until: document.nodes[end].end)
      if row.content.isEmpty, own.count > 1 { row.content = own[1].node..<document.nodes[end].end }
      rows.append(row)
    }
    read(Array(blocks[nested...]))
  }

  private func isList(_ block: Block) -> Bool {
    if case .list = document.nodes[block.node].kind { return true }
    return false
  }

  /// The time at the head of an item, or behind a short label.
  private func itemHead(_ block: Block) -> RowHead? {
    guard let line = lines(of: block).first else { return nil }
    return RowHead(document, line: line.text, span: line.span)
      ?? RowHead(document, label: line.text, span: line.span)
  }
}

// MARK: Paragraphs
extension TimelineWalk {
  /// Reads a paragraph's rows and gives the index of the first block that they did not take.
  private mutating func readParagraph(_ blocks: [Block], at index: Int) -> Int {
    let block = blocks[index]
    let lines = lines(of: block)
    if let table = TimelineTable(document, lines: lines) {
      rows += table.rows()
      return index + 1
    }
    let starts = rowStarts(lines)
    guard !starts.isEmpty else {
      leave(block)
      return index + 1
    }
    let followers = followers(of: blocks, at: index)
    for (position, start) in starts.enumerated() {
      let end = position + 1 < starts.count ? starts[position + 1].line : lines.count
      let isLast = position + 1 == starts.count
      append(start.head, lines: lines[start.line..<end], in: block, isLast: isLast, followers: isLast ? followers : [])
    }
    let takesFollowers = rows.last?.isCarrier == false
    return takesFollowers ? index + 1 + followers.count : index + 1
  }

  /// The lines that begin with a time and are no mere wrap of the sentence before them.
  private func rowStarts(_ lines: [InlineLine]) -> [(line: Int, head: RowHead)] {
    let heads = lines.enumerated().compactMap { (line, content) -> (line: Int, head: RowHead)? in
      RowHead(document, line: content.text, span: content.span).map { (line, $0) }
    }
    let areMost = heads.count * 2 > lines.count && heads.first?.line == 0
    let dateLines = Set(heads.filter(\.head.isDateOnly).map(\.line))
    return heads.filter { start in
      guard start.line > 0 else { return true }
      let previous = lines[start.line - 1]
      if Self.asksForTime(previous.text.bytes) { return false }
      if areMost { return true }
      if previous.endsHard || dateLines.contains(start.line - 1) { return true }
      return previous.text.bytes.last(where: { $0 != 0x20 }).map { ".:!?;)".utf8.contains($0) } ?? true
    }
  }

  /// Whether a line breaks off in front of a time: `… we noticed at`.
  private static func asksForTime(_ line: [UInt8]) -> Bool {
    let end = line.lastIndex { $0 != 0x20 }.map { $0 + 1 } ?? 0
    let start = line[..<end].lastIndex { !$0.isASCIILetter }.map { $0 + 1 } ?? 0
    let word = String(decoding: line[start..<end], as: UTF8.self).lowercased()
    return ["at", "around", "about", "until", "till", "from", "to", "and", "between", "by", "since", "before", "on"]
      .contains(word)
  }

  private mutating func append(
    _ head: RowHead, lines: ArraySlice<InlineLine>, in block: Block, isLast: Bool, followers: [Block]
  ) {
    guard let first = lines.first, let last = lines.last else { return }
    let whole = InlineText(document, nodes: first.text.nodes.lowerBound..<last.text.nodes.upperBound)
    let words = whole.words(from: head.rest)
    if words.isEmpty, head.isDateOnly, followers.isEmpty || !isLast {
      rows.append(carrier(head))
      return
    }
    let below = followers.map { prose(of: $0.node) }.filter { !$0.isEmpty }
    let end = followers.last.map { document.nodes[$0.node].span.end } ?? last.span.end
    var row = row(head, text: ([words] + below).filter { !$0.isEmpty }.joined(separator: " "), end: end)
    let contentEnd = followers.last.map { document.nodes[$0.node].end } ?? last.text.nodes.upperBound
    place(&row, text: whole, head: head, until: contentEnd)
    if row.content.isEmpty, let next = followers.first { row.content = next.node..<contentEnd }
    rows.append(row)
  }

  /// The blocks without a time of their own that belong to the last row of a paragraph: those up to the next such
  /// paragraph, or, below a time or date that stands alone, those up to the next heading.
  private func followers(of blocks: [Block], at index: Int) -> [Block] {
    var end = index + 1
    while end < blocks.count, !isHeading(blocks[end]), !opensRow(blocks[end]) { end += 1 }
    guard end > index + 1 else { return [] }
    let isBetweenRows = end < blocks.count && !isHeading(blocks[end]) && isParagraph(blocks[end])
    if isBetweenRows || standsAlone(blocks[index]) { return Array(blocks[(index + 1)..<end]) }
    return []
  }

  private func isParagraph(_ block: Block) -> Bool { document.nodes[block.node].kind == .paragraph }

  private func standsAlone(_ block: Block) -> Bool {
    guard let line = lines(of: block).last, let head = RowHead(document, line: line.text, span: line.span) else {
      return false
    }
    return line.text.words(from: head.rest).isEmpty
  }

  private func opensRow(_ block: Block) -> Bool {
    guard isParagraph(block) else { return hasClock([block]) }
    let lines = lines(of: block)
    return TimelineTable(document, lines: lines) != nil || !rowStarts(lines).isEmpty
  }
}
