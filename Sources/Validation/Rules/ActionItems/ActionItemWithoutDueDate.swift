internal import Diagnostics
internal import PostMortems

/// Reports an open action item without a date.
struct ActionItemWithoutDueDate: PostMortemRule {
  static let description = RuleDescription(
    id: "action-item-without-due-date", group: .actionItems,
    summary: "an open action item has no due date",
    rationale: "A promise without a date is never late, so nobody is ever reminded of it.",
    triggering: ["# Checkout down\n\n## Action items\n\n↓- [ ] Alert on disk usage (owner: @storage)\n"],
    nonTriggering: [
      "# Checkout down\n\n## Action items\n\n- [ ] Alert on disk usage (owner: @storage, due: 2026-05-01)\n"
    ])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    draft.promises.filter { $0.state == .open && $0.due == nil }.map { item in
      Finding(
        Self.description.id, at: item.span, "action item '\(item.excerpt)' has no due date",
        help: "add '(due: YYYY-MM-DD)' at its end")
    }
  }
}
