internal import Diagnostics
internal import PostMortems

/// Reports a row far outside the incident that the front matter gives.
struct EventOutsideIncident: PostMortemRule {
  static let description = RuleDescription(
    id: "event-outside-incident", group: .times,
    summary: "a timeline row lies more than 30 days outside the incident",
    rationale: "A row a month or a year away from its incident is most often a typing error in the date.",
    triggering: [
      "---\nstarted: 2026-03-01T10:00Z\nresolved: 2026-03-01T11:00Z\n---\n## Timeline\n\n- ↓2025-03-01 10:05 UTC paged\n"
    ],
    nonTriggering: [
      "---\nstarted: 2026-03-01T10:00Z\nresolved: 2026-03-01T11:00Z\n---\n## Timeline\n\n- 2026-02-27 10:05 UTC merged\n"
    ])

  private static let allowance: Int64 = 30 * 86_400

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    guard let started = draft.fields.started?.value else { return [] }
    let ended =
      [draft.fields.resolved, draft.fields.mitigated].compactMap { $0?.value.seconds }.max() ?? started.seconds
    let window = (started.seconds - Self.allowance)...(max(ended, started.seconds) + Self.allowance)
    return (draft.timeline?.events ?? []).compactMap { event in
      guard let at = event.at, !window.contains(at.seconds) else { return nil }
      return Finding(
        Self.description.id, at: event.timeSpan, "\(at.iso) is more than 30 days outside the incident",
        notes: ["the incident began \(started.iso)"], help: "correct the date of the row or of the incident")
    }
  }
}
