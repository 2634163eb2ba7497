internal import Diagnostics
internal import PostMortems

/// Reports a person who acts by name where a role would do.
struct PersonNamed: PostMortemRule {
  static let description = RuleDescription(
    id: "person-named", group: .language, level: .note,
    summary: "a person acts by name instead of by role",
    rationale:
      "A role tells every reader what the one who acted could see and do; a name tells it only to colleagues, and stays in the search for ever.",
    triggering: [
      "# Checkout down\n\n## Timeline\n\n- 10:00 UTC ↓@kim restarted the queue, and @kim waited.\n",
      "-- debrief.yml --\npeople: {Kim: on-call}\n-- a.md --\n# Checkout down\n\n↓Kim noticed the alert.\n",
    ],
    nonTriggering: [
      "The on-call engineer restarted the queue and asked @kim.\n",
      "-- debrief.yml --\nteams: [edge]\n-- a.md --\n@edge restarted the queue. `@kim` was `@kim`.\n",
      "# Checkout down\n\n## Action items\n\n- [ ] @kim adds an alert\n",
    ])

  /// Each person once a document; owners of action items and lists of people are meant to be names.
  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    let people = People(in: draft, settings: context.settings)
    guard !people.names.isEmpty || draft.source.bytes.contains(UInt8(ascii: "@")) else { return [] }
    let triggers = TriggerWords(people.names, includesHandles: true)
    let items = draft.sections(.actionItems).map(\.content)
    var seen: Set<String> = []
    return context.prose(of: draft, with: triggers).flatMap { block -> [Finding] in
      guard !items.contains(where: { $0.contains(block.node) }) else { return [] }
      return block.sentences.flatMap { sentence in
        sentence.words.indices.compactMap { index -> Finding? in
          guard people.names(sentence.words[index]), Self.acts(index, in: sentence),
            seen.insert(sentence.text(index)).inserted
          else { return nil }
          return Self.finding(sentence.text(index), block.span(sentence, index, index), draft, context.settings)
        }
      }
    }
  }

  /// Whether a verb follows: `@kim restarted`, `Kim notices`.
  private static func acts(_ index: Int, in sentence: Sentence) -> Bool {
    guard !sentence.text(index).hasSuffix("'s") else { return false }
    guard index == 0 || !Grammar.prepositions.contains(sentence.text(index - 1)) else { return false }
    var next = index + 1
    while Grammar.isAdverb(sentence.text(next)) { next += 1 }
    guard next < sentence.words.count, sentence.words[next].gap == .space, !sentence.words[next].isCapitalised else {
      return false
    }
    let verb = sentence.text(next)
    return Grammar.isParticiple(verb) || Grammar.irregularPast.contains(verb) || presentTense(verb)
  }

  private static func presentTense(_ verb: String) -> Bool {
    verb.utf8.count > 3 && verb.hasSuffix("s") && !verb.hasSuffix("ss") && !verb.hasSuffix("'s")
  }

  private static func finding(
    _ name: String, _ span: SourceSpan, _ draft: PostMortemDraft, _ settings: Settings
  ) -> Finding {
    let written = draft.source.text(span)
    let bare = name.drop { $0 == "@" }
    let role = settings.people.first { $0.key.lowercased() == bare || $0.key.lowercased() == name }?.value ?? ""
    return Finding(
      description.id, at: span, "'\(written)' acts by name",
      help: "write the role: '\(role.isEmpty ? "the on-call engineer" : "the \(role)")'")
  }
}

extension People {
  /// Whether a word is with certainty the name of a person.
  fileprivate func names(_ word: Word) -> Bool {
    switch word.kind {
    case .handle: isPerson(handle: word.text)
    case .word: word.isCapitalised && names.contains(word.text)
    default: false
    }
  }
}
