internal import Diagnostics
internal import PostMortems

/// Reports times in a document that says nowhere of which zone they are.
struct NoZone: PostMortemRule {
  static let description = RuleDescription(
    id: "no-zone", group: .times,
    summary: "times have no zone",
    rationale: "Read as UTC, they may be hours off, and no two incidents can be laid side by side.",
    triggering: [
      "# Checkout down on 2026-03-01\n\n## Timeline\n\n- ↓10:00 down\n- 10:30 up\n",
      "---\nstarted: ↓2026-03-01 10:00\nresolved: 2026-03-01 11:00\n---\n",
    ],
    nonTriggering: [
      "# Checkout down on 2026-03-01\n\n## Timeline (UTC)\n\n- 10:00 down\n- 10:30 up\n",
      "---\nstarted: 2026-03-01 10:00\ntimezone: Europe/London\n---\n", "---\nstarted: 2026-03-01\n---\n",
      "-- debrief.yml --\ntimezone: UTC\n-- a.md --\n---\nstarted: 2026-03-01 10:00\n---\n",
    ])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    guard draft.fields.timezone == nil, context.settings.timezone == nil,
      let place = Self.phase(draft, context.settings) ?? Self.row(draft)
    else { return [] }
    return [
      Finding(
        Self.description.id, at: place, "'\(draft.source.text(place))' has no time zone, nor has the document",
        notes: ["it is read as UTC"], help: "write 'all times in UTC' above the timeline, or give 'timezone:'")
    ]
  }

  private static func phase(_ draft: PostMortemDraft, _ settings: Settings) -> SourceSpan? {
    draft.fields.phases.compactMap(\.instant).first { !draft.hasZone($0, settings: settings) }?.span
  }

  private static func row(_ draft: PostMortemDraft) -> SourceSpan? {
    draft.timeline?.events.first { event in
      guard !event.hasZone, let at = event.at else { return false }
      return at.precision != .day
    }?.timeSpan
  }
}
