import Diagnostics
import KnowledgeBase
import Markdown
import PostMortems

/// A section of action items as rows and what stands between them, in the author's order.
struct ActionPieces {
  private let body: DocumentBody
  private let entries: [LedgerEntry]
  private let section: Section

  init(body: DocumentBody, entries: ArraySlice<LedgerEntry>, section: Section) {
    self.body = body
    self.section = section
    let span = SectionSpan.span(of: section, in: body.document)
    self.entries = entries.filter { span.contains($0.item.span.start) }
      .sorted { $0.item.content.lowerBound < $1.item.content.lowerBound }
  }

  /// Whether rows can stand for what the author wrote: a table of theirs may have columns that ours has not.
  var canBeShaped: Bool {
    !entries.isEmpty
      && entries.allSatisfy { entry in
        !entry.item.content.isEmpty && section.content.contains(entry.item.content.lowerBound)
          && !body.document.hasAncestor(entry.item.content.lowerBound) { $0 == .table }
      }
  }

  func segments(_ site: SiteSource, _ root: String, _ mentions: inout FootnoteMentions) -> [BodySegment] {
    var segments: [BodySegment] = []
    var rows: [ActionRow] = []
    var loose: [Int] = []
    func flushLoose() {
      let html = LooseNodes.html(loose, body, &mentions)
      if !html.isEmpty { segments.append(BodySegment(html: html)) }
      loose = []
    }
    func flushRows() {
      if !rows.isEmpty { segments.append(BodySegment(actions: ActionTable(rows: rows))) }
      rows = []
    }
    for piece in pieces() {
      switch piece {
      case .action(let entry):
        flushLoose()
        let html = ActionWords.html(entry.item, in: body, &mentions)
        rows.append(ActionRow(entry, html: html, site, root: root, showsSource: false))
      case .rest(let node):
        flushRows()
        loose.append(node)
      }
    }
    flushLoose()
    flushRows()
    return segments
  }

  private enum Piece {
    case action(LedgerEntry)
    case rest(Int)
  }

  private func pieces() -> [Piece] {
    var pieces: [Piece] = []
    var next = 0
    var node = section.content.lowerBound
    let nodes = body.document.nodes
    while node < section.content.upperBound {
      if next < entries.count, entries[next].item.content.lowerBound <= node {
        pieces.append(.action(entries[next]))
        node = max(node, entries[next].item.content.upperBound)
        next += 1
        continue
      }
      let isTouched = next < entries.count && entries[next].item.content.lowerBound < nodes[node].end
      // A block that holds an item is opened; the words in front of the item inside its paragraph are its checkbox.
      if !isTouched, nodes[node].kind.isBlock || nodes[nodes[node].parent].kind.isContainer {
        if !isEmptyWords(node) { pieces.append(.rest(node)) }
        node = nodes[node].end
      } else if isTouched {
        node += 1
      } else {
        node = nodes[node].end
      }
    }
    return pieces
  }

  private func isEmptyWords(_ node: Int) -> Bool {
    switch body.document.nodes[node].kind {
    case .item, .paragraph, .list: body.document.plainText(of: node).allSatisfy(\.isWhitespace)
    default: false
    }
  }
}

extension NodeKind {
  /// Whether the node's children are blocks.
  fileprivate var isContainer: Bool {
    switch self {
    case .document, .blockQuote, .list, .item, .footnoteDefinition, .table, .tableRow: true
    default: false
    }
  }
}

/// The words of an action item with their markup, without the owner, dates and ticket that have columns of their own.
enum ActionWords {
  static func html(_ item: ActionItem, in body: DocumentBody, _ mentions: inout FootnoteMentions) -> [UInt8] {
    var html: [UInt8] = []
    body.renderer.render(item.content, mentions: &mentions, into: &html)
    let words = RenderedText.visible(item.text)
    let shown = RenderedText.visible(
      body.document.plainText(from: item.content.lowerBound, to: item.content.upperBound))
    guard words != shown else { return html }
    if !words.isEmpty, let start = offset(of: words, in: shown) {
      let cut = RenderedText.keeping(first: words.count, of: RenderedText.dropping(first: start, from: html))
      // One link may go: the ticket's, which has a column of its own.
      let spared = RenderedText.linkCount(html) - RenderedText.linkCount(cut)
      return spared <= (item.ticket == nil ? 0 : 1) ? cut : html
    }
    let isPlain = item.content.allSatisfy { index in
      switch body.document.nodes[index].kind {
      case .text, .softBreak, .lineBreak, .paragraph: true
      default: false
      }
    }
    guard isPlain else { return html }
    var text: [UInt8] = []
    HTMLEscaping.append(item.text.utf8, to: &text)
    return text
  }

  private static func offset(of words: [UInt8], in shown: [UInt8]) -> Int? {
    guard shown.count >= words.count else { return nil }
    return (0...min(shown.count - words.count, 120)).first { shown[$0..<($0 + words.count)].elementsEqual(words) }
  }
}
