internal import Diagnostics
internal import PostMortems

/// Reports a time of detection that the timeline does not tell of.
struct NoDetectionRow: PostMortemRule {
  static let description = RuleDescription(
    id: "no-detection-row", group: .times, level: .note,
    summary: "no timeline row tells of the detection",
    rationale: "How the incident was noticed, and by whom, is what the next one will be noticed by.",
    triggering: [
      "---\nstarted: 2026-03-01T10:00Z\ndetected: ↓2026-03-01T10:40Z\n---\n## Timeline\n\n- 2026-03-01 10:00 UTC deploy\n- 2026-03-01 11:10 UTC rollback\n- 2026-03-01 11:30 UTC errors gone\n"
    ],
    nonTriggering: [
      "---\nstarted: 2026-03-01T10:00Z\ndetected: 2026-03-01T10:40Z\n---\n## Timeline\n\n- 2026-03-01 10:00 UTC deploy\n- 2026-03-01 10:42 UTC the on-call engineer is awake\n- 2026-03-01 11:30 UTC errors gone\n"
    ])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    guard let detected = draft.fields.detected,
      !PhaseRow.isTold(detected.value, in: draft, by: [.detection], words: Self.words)
    else { return [] }
    return [
      Finding(
        Self.description.id, at: detected.span, "no timeline row tells of the detection at \(detected.value.iso)",
        help: "add a row that begins with 'Detection:'")
    ]
  }

  private static let words = ["detect", "alert", "page", "notice", "report", "discover", "alarm", "monitor"]
}
