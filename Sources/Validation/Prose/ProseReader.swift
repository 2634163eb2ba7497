internal import Diagnostics
internal import Markdown
internal import PostMortems

/// Reads what an author says in their own words: code, block quotes, addresses and raw HTML are left out.
struct ProseReader {
  private let document: Document
  private let triggers: TriggerWords
  private let skipped: [Range<Int>]
  private var blocks: [ProseBlock] = []

  /// The blocks of a post-mortem that may hold one of the words; lists of people and of sources are not read.
  static func blocks(of draft: PostMortemDraft, with triggers: TriggerWords) -> [ProseBlock] {
    let skipped = draft.sections.filter { $0.role == .people || $0.role == .references }.map(\.content)
    return blocks(of: draft.document, with: triggers, skipping: skipped)
  }

  static func blocks(of document: Document, with triggers: TriggerWords, skipping skipped: [Range<Int>] = [])
    -> [ProseBlock]
  {
    var reader = ProseReader(document: document, triggers: triggers, skipped: skipped)
    reader.read(0..<document.nodes.count)
    return reader.blocks
  }

  private init(document: Document, triggers: TriggerWords, skipped: [Range<Int>]) {
    self.document = document
    self.triggers = triggers
    self.skipped = skipped
  }

  private mutating func read(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      let node = document.nodes[index]
      switch node.kind {
      case .blockQuote: index = node.end
      case .paragraph, .heading, .tableCell:
        if !skipped.contains(where: { $0.contains(index) }), holdsTrigger(index) { read(block: index) }
        index = node.end
      default: index += 1
      }
    }
  }

  private func holdsTrigger(_ block: Int) -> Bool {
    for index in (block + 1)..<max(block + 1, document.nodes[block].end) {
      if case .text(let run) = document.nodes[index].kind, triggers.mayOccur(in: document.bytes(run)) { return true }
    }
    return false
  }

  private mutating func read(block: Int) {
    var text = ProseText(block: document.nodes[block].span, source: document.source)
    var index = block + 1
    while index < document.nodes[block].end {
      index = append(index, to: &text)
    }
    blocks.append(ProseBlock(text: text, sentences: SentenceSplitter.sentences(of: text.bytes), node: block))
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
