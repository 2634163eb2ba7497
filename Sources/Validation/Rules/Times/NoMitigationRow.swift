internal import Diagnostics
internal import PostMortems

/// Reports a time of mitigation that the timeline does not tell of.
struct NoMitigationRow: PostMortemRule {
  static let description = RuleDescription(
    id: "no-mitigation-row", group: .times, level: .note,
    summary: "no timeline row tells of the mitigation",
    rationale: "What stopped the harm is what the next reader with the same incident is looking for.",
    triggering: [
      "---\nstarted: 2026-03-01T10:00Z\nmitigated: ↓2026-03-01T12:40Z\n---\n## Timeline\n\n- 2026-03-01 10:00 UTC deploy\n- 2026-03-01 11:10 UTC first call\n- 2026-03-01 11:30 UTC second call\n"
    ],
    nonTriggering: [
      "---\nstarted: 2026-03-01T10:00Z\nmitigated: 2026-03-01T12:40Z\n---\n## Timeline\n\n- 2026-03-01 10:00 UTC deploy\n- 2026-03-01 11:10 UTC first call\n- 2026-03-01 12:30 UTC cache emptied\n"
    ])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    guard let mitigated = draft.fields.mitigated,
      !PhaseRow.isTold(mitigated.value, in: draft, by: [.mitigation, .resolution], words: Self.words)
    else { return [] }
    return [
      Finding(
        Self.description.id, at: mitigated.span, "no timeline row tells of the mitigation at \(mitigated.value.iso)",
        help: "add a row that begins with 'Mitigation:'")
    ]
  }

  private static let words = [
    "mitigat", "restor", "recover", "resolv", "fixed", "roll", "revert", "restart", "back up", "healthy", "operational",
    "normal", "disabled", "over",
  ]
}
