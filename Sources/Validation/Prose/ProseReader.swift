internal import Diagnostics
internal import Markdown

/// Reads what an author says in their own words: code, block quotes, addresses and raw HTML are left out.
struct ProseReader {
  let document: Document

  /// The nodes whose text is prose, in order.
  var blocks: [Int] {
    var blocks: [Int] = []
    var index = 0
    while index < document.nodes.count {
      switch document.nodes[index].kind {
      case .blockQuote: index = document.nodes[index].end
      case .paragraph, .heading, .tableCell:
        blocks.append(index)
        index = document.nodes[index].end
      default: index += 1
      }
    }
    return blocks
  }

  /// The runs of text in a block.
  func runs(of block: Int) -> [ArraySlice<UInt8>] {
    ((block + 1)..<max(block + 1, document.nodes[block].end)).compactMap { index in
      if case .text(let run) = document.nodes[index].kind { document.bytes(run) } else { nil }
    }
  }

  /// The text of a block, cut into sentences.
  func read(_ block: Int) -> ProseBlock {
    var text = ProseText(block: document.nodes[block].span, source: document.source)
    var index = block + 1
    while index < document.nodes[block].end {
      index = append(index, to: &text)
    }
    return ProseBlock(text: text, sentences: SentenceSplitter.sentences(of: text.bytes), node: block)
  }

  /// Adds one inline element and gives the index of the next.
  private func append(_ index: Int, to text: inout ProseText) -> Int {
    let node = document.nodes[index]
    switch node.kind {
    case .text(let run): text.append(document.bytes(run), at: node.span)
    case .softBreak: text.appendBreak(0x20)
    case .lineBreak: text.appendBreak(0x0A)
    case .htmlInline(let run): text.appendBreak(isLineBreak(run) ? 0x0A : 0x20)
    case .code: text.appendOpaque(node.span)
    case .strikethrough, .image:
      text.appendOpaque(node.span)
      return node.end
    default: break
    }
    return index + 1
  }

  private func isLineBreak(_ run: TextRange) -> Bool {
    document.bytes(run).prefix(3).map(Letters.lower) == Array("<br".utf8)
  }
}
