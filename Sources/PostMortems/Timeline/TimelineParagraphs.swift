internal import Diagnostics
internal import Markdown

/// Paragraphs and lines that begin with a time, and tables drawn inside paragraphs.
extension TimelineWalk {
  /// Reads a paragraph's rows and gives the index of the first block that they did not take.
  mutating func readParagraph(_ blocks: [Block], at index: Int) -> Int {
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
      let end =
        position + 1 < starts.count
        ? starts[position + 1].line
        : lines.indices.first { $0 > start.line && SectionLine.isName(lines[$0].text.bytes) } ?? lines.count
      let isLast = position + 1 == starts.count
      append(start.head, lines: lines[start.line..<end], in: block, isLast: isLast, followers: isLast ? followers : [])
    }
    let takesFollowers = rows.last?.isCarrier == false
    return takesFollowers ? index + 1 + followers.count : index + 1
  }

  /// The lines that begin with a time and are no mere wrap of the sentence before them.
  func rowStarts(_ lines: [InlineLine]) -> [(line: Int, head: RowHead)] {
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

  /// Whether words only tell how the times below are to be read: `(all times UTC)`.
  private static func isStatement(_ words: String) -> Bool {
    words.utf8.count < 60 && words.lowercased().contains("times")
  }

  mutating func append(
    _ head: RowHead, lines: ArraySlice<InlineLine>, in block: Block, isLast: Bool, followers: [Block]
  ) {
    guard let first = lines.first, let last = lines.last else { return }
    let whole = InlineText(document, nodes: first.text.nodes.lowerBound..<last.text.nodes.upperBound)
    let words = whole.words(from: head.rest)
    if words.isEmpty || Self.isStatement(words), head.isDateOnly, followers.isEmpty || !isLast {
      rows.append(carrier(head))
      return
    }
    if head.time.isBase, !words.utf8.contains(where: \.isASCIILetter) {
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
  func followers(of blocks: [Block], at index: Int) -> [Block] {
    var end = index + 1
    while end < blocks.count, !isHeading(blocks[end]), !opensRow(blocks[end]) { end += 1 }
    guard end > index + 1 else { return [] }
    let isBetweenRows = end < blocks.count && !isHeading(blocks[end]) && isParagraph(blocks[end])
    if isBetweenRows || standsAlone(blocks[index]) { return Array(blocks[(index + 1)..<end]) }
    return []
  }

  func isParagraph(_ block: Block) -> Bool { document.nodes[block.node].kind == .paragraph }

  func standsAlone(_ block: Block) -> Bool {
    guard let line = lines(of: block).last, let head = RowHead(document, line: line.text, span: line.span) else {
      return false
    }
    return line.text.words(from: head.rest).isEmpty
  }

  func opensRow(_ block: Block) -> Bool {
    guard isParagraph(block) else { return hasClock([block]) }
    let lines = lines(of: block)
    return TimelineTable(document, lines: lines) != nil || !rowStarts(lines).isEmpty
  }
}
