internal import Diagnostics
internal import PostMortems

/// Reports an open action item that nobody owns.
struct ActionItemWithoutOwner: PostMortemRule {
  static let description = RuleDescription(
    id: "action-item-without-owner", group: .actionItems,
    summary: "an open action item has no owner",
    rationale: "What nobody owns is not done: the item waits until the incident comes back.",
    triggering: ["# Checkout down\n\n## Action items\n\n↓- [ ] Alert on disk usage (due: 2026-05-01)\n"],
    nonTriggering: [
      "# Checkout down\n\n## Action items\n\n- [ ] Alert on disk usage (owner: @storage)\n- [x] Free the disk\n",
      "---\norigin: external\n---\n## Action items\n\n- [ ] Alert on disk usage\n",
    ])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    draft.promises.filter { $0.state == .open && $0.owner == nil }.map { item in
      Finding(
        Self.description.id, at: item.span, "action item '\(item.excerpt)' has no owner",
        help: "add '(owner: @team)' at its end")
    }
  }
}
