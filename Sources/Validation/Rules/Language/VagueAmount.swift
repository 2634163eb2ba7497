internal import Diagnostics
internal import Markdown
internal import PostMortems

/// Reports an amount without a number where the harm is told.
struct VagueAmount: PostMortemRule {
  static let description = RuleDescription(
    id: "vague-amount", group: .language, level: .note,
    summary: "an amount in the impact or the timeline has no number",
    rationale:
      "Incidents are compared by how many they hit and for how long; 'many users' is neither ten nor a million.",
    triggering: [
      "# Checkout down\n\n## Impact\n\n↓Many users could not pay.\n",
      "# Checkout down\n\n## Timeline\n\n- 10:00 UTC requests failed for ↓some time\n",
      "# Checkout down\n\n## Impact\n\nOrders were lost for ↓several hours.\n",
    ],
    nonTriggering: [
      "# Checkout down\n\n## Impact\n\nMany users, about 1,200, could not pay.\n",
      "# Checkout down\n\n## Summary\n\nMany users could not pay.\n",
      "# Checkout down\n\n## Impact\n\nSeveral alerts fired, and 12 % of the requests failed.\n",
    ])

  private static let triggers = TriggerWords([
    "several", "many", "lot", "lots", "numerous", "countless", "few", "number", "some", "while", "time", "multiple",
    "handful",
    "majority", "most",
  ])
  private static let amounts = [
    ["several"], ["many"], ["a", "lot", "of"], ["lots", "of"], ["numerous"], ["countless"], ["a", "few"],
    ["a", "number", "of"], ["some"], ["multiple"], ["a", "handful", "of"], ["the", "majority", "of"], ["most"],
    ["most", "of", "the"], ["most", "of", "our"], ["some", "of", "our"], ["some", "of", "the"], ["many", "of", "our"],
  ]
  private static let harmed: Set<String> = [
    "users", "customers", "clients", "people", "requests", "orders", "payments", "visitors", "accounts", "tenants",
    "merchants", "transactions", "messages", "emails", "students", "sessions", "errors", "records", "events",
  ]
  private static let durations: Set<String> = ["minutes", "hours", "days", "weeks", "seconds"]
  private static let spells = [["some", "time"], ["a", "while"], ["a", "long", "time"], ["quite", "some", "time"]]

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    let impact = draft.sections(.impact).map(\.content)
    let told = impact + draft.sections(.timeline).map(\.content)
    guard !told.isEmpty else { return [] }
    return context.prose(of: draft, with: Self.triggers).flatMap { block -> [Finding] in
      guard told.contains(where: { $0.contains(block.node) }) else { return [] }
      let isImpact = impact.contains { $0.contains(block.node) }
      return block.sentences.compactMap { Self.finding(in: $0, block, draft, isImpact: isImpact) }
    }
  }

  private static func finding(
    in sentence: Sentence, _ block: ProseBlock, _ draft: PostMortemDraft, isImpact: Bool
  ) -> Finding? {
    for index in sentence.words.indices {
      guard let last = amount(at: index, in: sentence, isImpact: isImpact), !hasNumber(behind: last, in: sentence)
      else { continue }
      let span = block.span(sentence, index, last)
      return Finding(
        description.id, at: span, "'\(Excerpt.text(span, in: draft.source))' is no number",
        help: "give the number, or the bounds that are known: 'between 100 and 500'")
    }
    return nil
  }

  /// The last word of an amount of what was harmed, or of a length of harm.
  private static func amount(at index: Int, in sentence: Sentence, isImpact: Bool) -> Int? {
    let isFor = sentence.text(index - 1) == "for"
    if isFor, let spell = spells.first(where: { sentence.has($0, at: index) }) { return index + spell.count - 1 }
    let matching = amounts.filter { sentence.has($0, at: index) }
    for phrase in matching.sorted(by: { $0.count > $1.count }) {
      let noun = index + phrase.count
      for candidate in [noun, noun + 1]
      where candidate < sentence.words.count && sentence.words[candidate].gap == .space {
        if isFor, durations.contains(sentence.text(candidate)) { return candidate }
        if isImpact, harmed.contains(sentence.text(candidate)) { return candidate }
      }
    }
    return nil
  }

  /// A number in the rest of the sentence makes up for the word.
  private static func hasNumber(behind index: Int, in sentence: Sentence) -> Bool {
    sentence.words.dropFirst(index + 1).prefix(8).contains { $0.kind == .number }
  }
}
