internal import Diagnostics
internal import KnowledgeBase
internal import Markdown

/// Reports a word that has the form of this knowledge base's ids and names no post-mortem of it.
struct UnknownMention: DocumentRule {
  static let description = RuleDescription(
    id: "unknown-mention", group: .links, level: .note,
    summary: "a mentioned post-mortem does not exist",
    rationale: "A mention becomes a link by itself where its post-mortem exists; here it stays plain text.",
    triggering: ["-- a.md --\n---\nid: PM-2021-004\n---\nAs in ↓PM-2021-099.\n"],
    nonTriggering: [
      "-- a.md --\n---\nid: PM-2021-004\n---\nAs in PM-2019-001 and OPS-2021-003.\n-- b.md --\n---\nid: PM-2019-001\n---\n",
      "As in PM-2021-099.\n",
      "-- a.md --\n---\nid: PM-2021-004\n---\nSee `PM-2021-099` and https://x.org/PM-2021-098\n",
    ])

  func findings(in document: Document, context: RuleContext) -> [Finding] {
    guard !context.idShapes.isEmpty else { return [] }
    var linkEnd = 0
    return document.nodes.indices.flatMap { index -> [Finding] in
      switch document.nodes[index].kind {
      case .link: linkEnd = max(linkEnd, document.nodes[index].end)
      case .text(let run) where index >= linkEnd:
        let text = document.bytes(run)
        return Self.words(in: text).compactMap {
          Self.finding(text[$0], $0.lowerBound - text.startIndex, index, document, context)
        }
      default: break
      }
      return []
    }
  }

  private static func finding(
    _ word: ArraySlice<UInt8>, _ offset: Int, _ node: Int, _ document: Document, _ context: RuleContext
  ) -> Finding? {
    guard let shape = IDShape.shape(of: word), context.idShapes.contains(shape) else { return nil }
    let name = String(decoding: word, as: UTF8.self)
    guard context.knowledgeBase.references.position(of: name) == nil,
      let span = document.span(of: word, at: offset, in: node)
    else { return nil }
    return Finding(
      description.id, at: span, "post-mortem '\(name)' does not exist",
      help: "correct the id, or put it between backticks if it is none")
  }

  /// Words of letters, digits and dashes that have a dash and a digit.
  private static func words(in text: ArraySlice<UInt8>) -> [Range<Int>] {
    guard text.contains(UInt8(ascii: "-")) else { return [] }
    var words: [Range<Int>] = []
    var index = text.startIndex
    while index < text.endIndex {
      let end = text[index...].firstIndex { !($0.isWordByte || $0 == UInt8(ascii: "-")) } ?? text.endIndex
      let word = text[index..<end]
      if word.contains(UInt8(ascii: "-")), word.contains(where: \.isDigit) { words.append(index..<end) }
      index = end + 1
    }
    return words
  }
}
