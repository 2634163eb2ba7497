internal import Diagnostics
internal import PostMortems

/// Reports a timeline of one row.
struct TimelineSingleRow: PostMortemRule {
  static let description = RuleDescription(
    id: "timeline-single-row", group: .times, level: .note,
    summary: "the timeline has one row only",
    rationale: "One point in time tells neither how long it took to notice nor how long to mend.",
    triggering: ["# Checkout down\n\n## Timeline\n\n- ↓2026-03-01 10:00 UTC down\n"],
    nonTriggering: [
      "# Checkout down\n\n## Timeline\n\n- 2026-03-01 10:00 UTC down\n- 2026-03-01 10:30 UTC up\n",
      "# Checkout down\n\n## Timeline\n\nIt went down in the night and came back by itself.\n",
    ])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    guard let events = draft.timeline?.events, events.count == 1, events[0].until == nil else { return [] }
    return [
      Finding(
        Self.description.id, at: events[0].timeSpan, "the timeline has one row only",
        help: "add when it was noticed, when the harm stopped and when it was over")
    ]
  }
}
