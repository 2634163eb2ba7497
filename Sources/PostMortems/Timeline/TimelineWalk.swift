internal import Diagnostics
internal import Markdown

/// One walk over a section's blocks that collects rows in the order they are written.
struct TimelineWalk {
  let document: Document
  var rows: [TimelineRow] = []
  var rest: [Int] = []
  /// Whether blocks are a section's own, and not inside a list item or a quote.
  var depth = 0

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
  func blocks(in content: Range<Int>) -> [Block] {
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

  func children(of node: Int) -> [Block] {
    blocks(in: node + 1..<document.nodes[node].end)
  }

  mutating func read(_ blocks: [Block]) {
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

  /// Hands a block back that no row took, unless it is a label with nothing behind it.
  mutating func leave(_ block: Block) {
    let isLabelled = block.inlines.lowerBound > block.node + 1
    if isLabelled, !InlineText(document, nodes: block.inlines).bytes.contains(where: \.isASCIILetter) { return }
    if depth == 0 { rest.append(block.node) }
  }

  mutating func readContainer(_ block: Block) {
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

// MARK: Rows
extension TimelineWalk {
  func carrier(_ head: RowHead) -> TimelineRow {
    TimelineRow(time: head.time, isCarrier: true, span: head.timeSpan, timeSpan: head.timeSpan)
  }

  func row(_ head: RowHead, text: String, end: Int) -> TimelineRow {
    TimelineRow(
      time: head.time, text: text, marker: head.marker, span: SourceSpan(head.timeSpan.start, end),
      timeSpan: head.timeSpan)
  }

  /// Sets the nodes that hold a row's words, from behind its time.
  func place(_ row: inout TimelineRow, text: InlineText, head: RowHead, until end: Int) {
    guard let place = text.place(of: head.rest), place.node < end else { return }
    row.content = place.node..<end
    row.contentOffset = place.skipped
  }

  func lines(of block: Block) -> [InlineLine] {
    document.lines(of: block.inlines, in: block.node)
  }
}
