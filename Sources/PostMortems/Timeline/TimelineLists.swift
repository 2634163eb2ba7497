internal import Diagnostics
internal import Markdown

/// Bullets and numbered lists, nested or not.
extension TimelineWalk {
  mutating func readList(_ list: Int) {
    depth += 1
    for item in document.children(of: list) { readItem(item) }
    depth -= 1
  }

  mutating func readItem(_ item: Int) {
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

  func isList(_ block: Block) -> Bool {
    if case .list = document.nodes[block.node].kind { return true }
    return false
  }

  /// The time at the head of an item, or behind a short label.
  func itemHead(_ block: Block) -> RowHead? {
    guard let line = lines(of: block).first else { return nil }
    return RowHead(document, line: line.text, span: line.span)
      ?? RowHead(document, label: line.text, span: line.span)
  }
}
