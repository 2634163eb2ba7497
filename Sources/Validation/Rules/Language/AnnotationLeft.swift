internal import Diagnostics
internal import Markdown
internal import PostMortems

/// Reports a note of the author to themselves that was left in the text.
struct AnnotationLeft: PostMortemRule {
  static let description = RuleDescription(
    id: "annotation-left", group: .language,
    summary: "a note of the author is left in the text",
    rationale: "A reader cannot tell whether what is to do here was forgotten or found to be impossible.",
    triggering: [
      "# Checkout down\n\n↓TODO: add the graph.\n",
      "- 10:00 UTC ↓FIXME when was it?\n",
      "The alert fired at [↓TK] UTC.\n",
      "| Time | Event |\n| --- | --- |\n| 10:00 | ↓XXX |\n",
    ],
    nonTriggering: [
      "The code had a TODO comment, and `TODO` stood in two files.\n",
      "# Checkout down\n\n## TODO\n\n- [ ] Add an alert\n",
      "10.05 TK: I have restarted the queue. See XXX-123.\n",
    ])

  private static let triggers = TriggerWords(["todo", "fixme", "xxx", "tk", "tktk"])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    context.prose(of: draft, with: Self.triggers, inLists: true).flatMap { block -> [Finding] in
      if case .heading = draft.document.nodes[block.node].kind { return [] }
      return block.sentences.flatMap { sentence in
        sentence.words.indices.compactMap { index -> Finding? in
          let span = block.span(sentence, index, index)
          let written = draft.source.text(span)
          guard Self.isAnnotation(written, index, in: sentence, block) else { return nil }
          return Finding(
            Self.description.id, at: span, "'\(written)' is a note to its author",
            help: "do it, or say that it is unknown")
        }
      }
    }
  }

  private static func isAnnotation(_ word: String, _ index: Int, in sentence: Sentence, _ block: ProseBlock) -> Bool {
    switch word {
    case "TODO":
      // In the middle of a sentence it is a thing that is spoken of.
      let isMarked = index + 1 < sentence.words.count && sentence.words[index + 1].gap == .stop
      return index == 0 || sentence.words[index].gap == .stop || isMarked
    case "FIXME", "XXX":
      return !Grammar.determiners.contains(sentence.text(index - 1))
        && !["comment", "comments", "list", "item", "items", "file", "marker"].contains(sentence.text(index + 1))
    case "TKTK", "TK": return word == "TKTK" || isAlone(index, in: sentence, block)
    default: return false
    }
  }

  /// In brackets, or all that a cell or a paragraph says: two letters are somebody's initials elsewhere.
  private static func isAlone(_ index: Int, in sentence: Sentence, _ block: ProseBlock) -> Bool {
    if block.sentences.count == 1, sentence.words.count == 1 { return true }
    let range = sentence.words[index].range
    let bytes = block.text.bytes
    guard range.lowerBound > 0, range.upperBound < bytes.count else { return false }
    return bytes[range.lowerBound - 1] == UInt8(ascii: "[") && bytes[range.upperBound] == UInt8(ascii: "]")
      || bytes[range.lowerBound - 1] == UInt8(ascii: "(") && bytes[range.upperBound] == UInt8(ascii: ")")
  }
}
