internal import Diagnostics
internal import PostMortems

/// Reports an open action item whose due date has passed.
struct OverdueActionItem: PostMortemRule {
  static let description = RuleDescription(
    id: "overdue-action-item", group: .actionItems,
    summary: "an open action item is past its due date",
    rationale: "A promise that was not kept leaves the cause in place.",
    triggering: [
      "# Checkout down\n\n## Action items\n\n- [ ] Alert on disk usage (owner: @storage, due: ↓2020-05-01)\n"
    ],
    nonTriggering: [
      "# Checkout down\n\n## Action items\n\n- [ ] Alert on disk usage (owner: @storage, due: 2999-05-01)\n- [x] Free the disk (due: 2020-05-01)\n",
      "---\nstarted: 2021-01-01\n---\n## Action items\n\n- [ ] Alert on disk usage (owner: @storage, due: 2020-05-01)\n",
    ])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    let start = DueBeforeIncident.earliestDay(draft)
    return draft.promises.compactMap { item in
      guard item.state == .open, let due = item.due, due.value < context.asOf else { return nil }
      if let start, due.value < start { return nil }
      let days = context.asOf.daysSinceEpoch - due.value.daysSinceEpoch
      return Finding(
        Self.description.id, at: due.span,
        "action item '\(item.excerpt)' is \(days) day\(days == 1 ? "" : "s") overdue",
        help: "do it, move the date, or decline it with a reason: '- [-] … (declined: reason)'")
    }
  }
}
