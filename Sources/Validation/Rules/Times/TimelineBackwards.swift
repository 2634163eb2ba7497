internal import Diagnostics
internal import PostMortems

/// Reports a row of the timeline that is earlier than the row above it.
struct TimelineBackwards: PostMortemRule {
  static let description = RuleDescription(
    id: "timeline-backwards", group: .times,
    summary: "a timeline row is earlier than the one above it",
    rationale: "Rows that go back are most often a wrong day, month or year, which makes every duration wrong.",
    triggering: [
      "# Checkout down\n\n## Timeline\n\n- 2026-03-01 10:00 UTC down\n- ↓2025-03-01 10:05 UTC paged\n- 2026-03-01 10:30 UTC up\n"
    ],
    nonTriggering: ["# Checkout down\n\n## Timeline\n\n- 2026-03-01 10:00 UTC down\n- 2026-03-01 10:05 UTC paged\n"])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    let events = draft.timeline?.events.filter { $0.at != nil && !$0.isApproximate } ?? []
    return zip(events, events.dropFirst()).compactMap { above, row in
      guard let before = above.at, let at = row.at, at < before, at.precision != .day, before.precision != .day else {
        return nil
      }
      return Finding(
        Self.description.id, at: row.timeSpan, "\(at.iso) is earlier than the row above it, \(before.iso)",
        notes: ["rows are never sorted in silence"], help: "correct the date, or move the row")
    }
  }
}
