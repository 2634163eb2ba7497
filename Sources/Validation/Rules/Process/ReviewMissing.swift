internal import Diagnostics
internal import PostMortems

/// Advises to have the post-mortem of a grave incident read by somebody else.
struct ReviewMissing: PostMortemRule {
  static let description = RuleDescription(
    id: "review-missing", group: .process, level: .note,
    summary: "the post-mortem of a grave incident does not say that it was reviewed",
    rationale: "Authors see their own incident from inside; a second reader finds the question that nobody asked.",
    triggering: [
      "---\nseverity: ↓SEV1\n---\n", "---\nseverity: ↓SEV1\nreviewed:\n---\n",
      "-- debrief.yml --\npolicy: {review: [SEV3]}\n-- a.md --\n---\nseverity: ↓SEV3\n---\n",
    ],
    nonTriggering: [
      "---\nseverity: SEV1\nreviewed: 2026-03-05\n---\n", "---\nseverity: SEV1\nreviewers: [edge]\n---\n",
      "---\nseverity: SEV3\n---\n", "---\nseverity: SEV1\nstatus: draft\n---\n",
      "---\nseverity: SEV1\norigin: external\n---\n", "---\nseverity: SEV1\nkind: drill\n---\n",
      "-- debrief.yml --\npolicy: {review: }\n-- a.md --\n---\nseverity: SEV1\n---\n",
    ])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    let fields = draft.fields
    guard !draft.isExternal, fields.status.map({ $0.value == "published" }) ?? true,
      fields.kind.map({ $0.value == "incident" }) ?? true, let severity = fields.severity,
      context.settings.asksForReview(of: severity.value),
      fields.reviewed == nil, fields.presentKeys.isDisjoint(with: ["reviewed_by", "reviewers"])
    else { return [] }
    return [
      Finding(
        Self.description.id, at: severity.span, "severity '\(severity.value)' asks for a review, and none is recorded",
        help: "add 'reviewed: YYYY-MM-DD' once somebody who did not write it has read it")
    ]
  }
}
