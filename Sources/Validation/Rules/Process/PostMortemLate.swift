internal import Diagnostics
internal import PostMortems

/// Tells that a post-mortem was published later than the policy asks.
struct PostMortemLate: PostMortemRule {
  static let description = RuleDescription(
    id: "post-mortem-late", group: .process, level: .note,
    summary: "a post-mortem was published later than the policy asks",
    rationale: "Memory fades within days, and whoever meets the same failure meanwhile has nothing to read.",
    triggering: [
      "---\nstarted: 2026-01-01T10:00Z\nresolved: 2026-01-01T12:00Z\npublished: ↓2026-03-01\n---\n",
      "-- debrief.yml --\npolicy: {publish_within_days: 5}\n-- a.md --\n---\nstarted: 2026-01-01\npublished: ↓2026-01-08\n---\n",
    ],
    nonTriggering: [
      "---\nstarted: 2026-01-01T10:00Z\nresolved: 2026-02-20T12:00Z\npublished: 2026-03-01\n---\n",
      "---\nstarted: 2026-01-01\n---\n", "---\norigin: external\nstarted: 2026-01-01\npublished: 2026-03-01\n---\n",
    ])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    guard !draft.isExternal, let published = draft.fields.published, let end = draft.lastDay else { return [] }
    let days = published.value.day.daysSinceEpoch - end.daysSinceEpoch
    let limit = context.settings.policy.publishWithinDays
    guard days > limit else { return [] }
    return [
      Finding(
        Self.description.id, at: published.span, "published \(days) days after the incident, \(days - limit) too late",
        notes: ["the policy asks for it within \(limit) days: 'policy: {publish_within_days: \(limit)}'"])
    ]
  }
}

extension PostMortemDraft {
  /// The day on which the incident ended, as far as the document says; else the day on which it began.
  var lastDay: Day? {
    (fields.resolved ?? fields.mitigated ?? fields.started)?.value.day ?? date?.day
  }
}
