internal import Diagnostics
internal import PostMortems

/// Reports a post-mortem that has stayed a draft for longer than the policy allows.
struct DraftTooOld: PostMortemRule {
  static let description = RuleDescription(
    id: "draft-too-old", group: .process,
    summary: "a post-mortem is still a draft after the time that the policy gives",
    rationale: "A draft that nobody finishes counts nowhere: its incident is missing from every trend.",
    triggering: [
      "---\nstarted: 2026-01-01T10:00Z\nstatus: ↓draft\n---\n",
      "---\nstarted: 2026-01-01T10:00Z\nstatus: ↓review\n---\n",
    ],
    nonTriggering: [
      "---\nstarted: 2026-05-20T10:00Z\nstatus: draft\n---\n",
      "---\nstarted: 2026-01-01T10:00Z\nstatus: published\n---\n",
      "---\nstarted: 2026-01-01T10:00Z\nresolved: 2026-05-20T10:00Z\nstatus: draft\n---\n",
    ])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    guard !draft.isExternal, let status = draft.fields.status, ["draft", "review"].contains(status.value),
      let end = draft.lastDay
    else { return [] }
    let days = context.asOf.daysSinceEpoch - end.daysSinceEpoch
    let limit = context.settings.policy.publishWithinDays
    guard days > limit else { return [] }
    return [
      Finding(
        Self.description.id, at: status.span,
        "still \(status.value == "draft" ? "a draft" : "in review") \(days) days after the incident",
        notes: ["the policy asks for publication within \(limit) days"],
        help: "finish it and write 'status: published'")
    ]
  }
}
