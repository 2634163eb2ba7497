/// Reports a date of an action item that cannot be read.
struct UnreadableActionDate: ReadingRule {
  static let description = RuleDescription(
    id: "unreadable-action-date", group: .actionItems,
    summary: "the date of an action item cannot be read",
    rationale: "A date that nobody can compare with today never becomes overdue.",
    triggering: [
      "# Checkout down\n\n## Action items\n\n- [ ] Alert on disk usage (owner: @storage, due: ↓2026-13-45)\n"
    ],
    nonTriggering: [
      "# Checkout down\n\n## Action items\n\n- [ ] Alert on disk usage (owner: @storage, due: 2999-05-01)\n"
    ])
}
