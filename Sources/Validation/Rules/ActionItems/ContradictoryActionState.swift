/// Reports an action item whose box says one thing and whose words another.
struct ContradictoryActionState: ReadingRule {
  static let description = RuleDescription(
    id: "contradictory-action-state", group: .actionItems,
    summary: "an action item's box and its words disagree",
    rationale: "Nobody can tell whether the promise was kept.",
    triggering: [
      "# Checkout down\n\n## Action items\n\n- [ ] Alert on disk usage (owner: @storage, done: ↓2026-05-01)\n"
    ],
    nonTriggering: [
      "# Checkout down\n\n## Action items\n\n- [x] Alert on disk usage (owner: @storage, done: 2026-05-01)\n"
    ])
}
