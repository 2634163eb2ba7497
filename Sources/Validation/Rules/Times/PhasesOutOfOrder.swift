internal import Diagnostics
internal import PostMortems

/// Reports phases that come in an order that cannot be.
struct PhasesOutOfOrder: PostMortemRule {
  static let description = RuleDescription(
    id: "phases-out-of-order", group: .times, level: .error,
    summary: "a phase comes before the one that it follows",
    rationale: "Started, detected, acknowledged, mitigated, resolved: any other order gives negative durations.",
    triggering: ["---\nstarted: 2026-03-01T10:00Z\ndetected: ↓2026-03-01T09:50Z\n---\n"],
    nonTriggering: ["---\nstarted: 2026-03-01T10:00Z\ndetected: 2026-03-01T10:00Z\nresolved: 2026-03-01T11:00Z\n---\n"])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    let given = draft.fields.phases.compactMap { name, instant in instant.map { (name: name, instant: $0) } }
    return zip(given, given.dropFirst()).compactMap { earlier, later in
      guard later.instant.value < earlier.instant.value, Self.areComparable(earlier.instant.value, later.instant.value)
      else { return nil }
      return Finding(
        Self.description.id, at: later.instant.span,
        "\(later.name) \(later.instant.value.iso) is before \(earlier.name) \(earlier.instant.value.iso)",
        help: "correct one of the two")
    }
  }

  /// A bare day may be any time of that day.
  private static func areComparable(_ left: Instant, _ right: Instant) -> Bool {
    (left.precision != .day && right.precision != .day) || left.day != right.day
  }
}
