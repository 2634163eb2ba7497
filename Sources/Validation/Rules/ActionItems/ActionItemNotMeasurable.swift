internal import Diagnostics
internal import PostMortems

/// Advises to say when an item of degree is done.
struct ActionItemNotMeasurable: PostMortemRule {
  static let description = RuleDescription(
    id: "action-item-not-measurable", group: .actionItems, level: .note,
    summary: "an open action item of a grave incident has no measure of its end",
    rationale: "What is to become 'better' or 'faster' is never done, or done on any day that suits.",
    triggering: [
      "---\nseverity: SEV1\n---\n## Action items\n\n↓- [ ] Reduce the start-up time of the indexer (owner: @search)\n",
      "---\nseverity: SEV2\n---\n## Action items\n\n↓- [ ] Evaluate a second DNS provider\n",
    ],
    nonTriggering: [
      "---\nseverity: SEV1\n---\n## Action items\n\n- [ ] Reduce the start-up time of the indexer (done when: it is below a minute)\n",
      "---\nseverity: SEV1\n---\n## Action items\n\n- [ ] Reduce the start-up time of the indexer to 30 s\n- [ ] Alert on disk usage\n",
      "---\nseverity: SEV3\n---\n## Action items\n\n- [ ] Reduce the start-up time of the indexer\n",
      "---\nseverity: SEV1\n---\n## Action items\n\n- [ ] Improve monitoring\n- [x] Improve the runbook of the indexer\n",
    ])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    guard let rank = draft.rank(in: context.settings), rank <= 2 else { return [] }
    return draft.promises.filter { $0.state == .open && Self.hasNoEnd($0) }.map { item in
      Finding(
        Self.description.id, at: item.span, "action item '\(item.excerpt)' does not say when it is done",
        help: "add '(done when: …)' with a number or a thing that can be seen")
    }
  }

  /// Only words of degree and of study need a measure; a new alert or a removed file can be seen.
  private static func hasNoEnd(_ item: ActionItem) -> Bool {
    guard item.doneWhen == nil, Vagueness.flaw(of: item) == nil,
      !item.text.utf8.contains(where: { (0x30...0x39).contains($0) })
    else { return false }
    let words = PlainWords.split(item.text)
    guard let first = words.first(where: { !leadIns.contains($0) }) else { return false }
    let saysHow = words.contains("by") || words.contains("using") || words.contains("via") || words.contains("until")
    return openEnded.contains(first) && !saysHow
  }

  private static let leadIns = PlainWords.set("we should must need needs to will please try further")

  private static let openEnded = PlainWords.set(
    """
    accelerate assess better consider decrease enhance evaluate explore faster fewer harden improve increase
    investigate less look lower minimise minimize more optimise optimize reconsider reduce research shorten speed
    stabilise stabilize streamline strengthen think tighten
    """)
}
