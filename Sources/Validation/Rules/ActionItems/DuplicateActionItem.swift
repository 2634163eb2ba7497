internal import Diagnostics
internal import PostMortems

/// Reports an action item that stands twice in one post-mortem.
struct DuplicateActionItem: PostMortemRule {
  static let description = RuleDescription(
    id: "duplicate-action-item", group: .actionItems,
    summary: "an action item stands twice",
    rationale: "The two states drift apart, and every count of promises counts it twice.",
    triggering: [
      "## Action items\n\n- [ ] Alert on disk usage (owner: @storage)\n↓- [x] Alert on disk usage. (owner: @storage)\n"
    ],
    nonTriggering: [
      "## Action items\n\n- [ ] Alert on disk usage (owner: @storage)\n- [ ] Alert on disk usage (owner: @search)\n",
      "## Action items\n\n- [ ] Upgrade (ticket: A-1)\n- [ ] Upgrade (ticket: A-2)\n",
    ])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    guard draft.actionItems.count > 1 else { return [] }
    var seen: Set<Key> = []
    return draft.actionItems.filter { !seen.insert(Key($0)).inserted }.map { item in
      Finding(
        Self.description.id, at: item.span, "action item '\(item.excerpt)' stands here a second time",
        help: "keep one of the two")
    }
  }

  /// What makes two items the same promise.
  private struct Key: Hashable {
    let words: [String]
    let owner: String?
    let ticket: String?

    init(_ item: ActionItem) {
      words = PlainWords.split(item.text)
      owner = item.owner?.value
      ticket = item.ticket?.value
    }
  }
}
