internal import Diagnostics
internal import PostMortems

/// One sentence in its block, with what a rule asks about a clause of it.
struct Clause {
  let block: ProseBlock
  let sentence: Sentence
  let finder: SubjectFinder

  /// Every sentence of some blocks, with the people of the document.
  static func all(in blocks: [ProseBlock], people: People) -> [Clause] {
    blocks.flatMap { block in
      block.sentences.indices.map { index in
        let sentence = block.sentences[index]
        let finder = SubjectFinder(sentence: sentence, before: block.sentences[..<index], people: people)
        return Clause(block: block, sentence: sentence, finder: finder)
      }
    }
  }

  /// Every sentence of a post-mortem that stands in a block with one of the words.
  static func all(in draft: PostMortemDraft, with triggers: TriggerWords, context: RuleContext) -> [Clause] {
    let blocks = context.prose(of: draft, with: triggers)
    return blocks.isEmpty ? [] : all(in: blocks, people: People(in: draft, settings: context.settings))
  }

  /// `if the engineer forgot`: nothing that happened.
  func isHypothetical(_ start: Int) -> Bool {
    ["if", "unless", "whether", "case", "suppose", "assuming", "lest"].contains(sentence.text(start - 1))
  }

  /// `not because the engineer forgot`, `this does not mean that the operator should have known`.
  func isDenied(_ start: Int) -> Bool {
    var index = start - 1
    if ["that", "because"].contains(sentence.text(index)) { index -= 1 }
    if ["say", "saying", "mean", "think", "believe", "imply", "suggest", "claim", "find", "show", "argue"]
      .contains(sentence.text(index))
    {
      index -= 1
    }
    let text = sentence.text(index)
    return text == "not" || text == "never" || text == "nor" || text.hasSuffix("n't")
  }

  func span(_ first: Int, _ last: Int) -> SourceSpan { block.span(sentence, first, last) }
}

/// The author's words for a message.
enum Excerpt {
  /// The text of a span on one line, shortened in the middle past `limit` characters.
  static func text(_ span: SourceSpan, in source: SourceFile, limit: Int = 90) -> String {
    let words = source.text(span).split { $0.isWhitespace || $0 == ">" }
    let line = words.joined(separator: " ")
    return line.count <= limit ? line : "\(line.prefix(limit / 2)) … \(line.suffix(limit / 2))"
  }
}
