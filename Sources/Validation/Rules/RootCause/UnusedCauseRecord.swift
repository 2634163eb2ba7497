internal import Diagnostics
internal import KnowledgeBase
internal import PostMortems

/// Advises about a cause record that no post-mortem names.
struct UnusedCauseRecord: CauseRule {
  static let description = RuleDescription(
    id: "unused-cause-record", group: .rootCause, level: .note,
    summary: "no post-mortem names a cause",
    rationale: "Either a post-mortem forgot to name it, or it goes by another record's name.",
    triggering: [
      "-- causes/full-disk.md --\n---\ntitle: ↓Full disk\n---\n-- a.md --\n---\ntitle: Checkout down\n---\n"
    ],
    nonTriggering: [
      "-- causes/full-disk.md --\n---\ntitle: Full disk\n---\n-- a.md --\n---\nkind: drill\nroot_causes: [full-disk]\n---\n",
      "-- causes/full-disk.md --\n---\ntitle: Full disk\n---\n-- a.md --\n---\ncontributing_factors: [full-disk]\n---\n",
      "-- causes/full-disk.md --\n---\ntitle: Full disk\n---\n",
    ])

  func findings(in record: CauseRecord, context: RuleContext) -> [Finding] {
    guard !context.knowledgeBase.postMortems.isEmpty, let cause = context.knowledgeBase.causes.cause(record.slug),
      cause.occurrences.isEmpty, cause.contributions.isEmpty, cause.rehearsals.isEmpty
    else { return [] }
    return [
      Finding(
        Self.description.id, at: record.title.span, "no post-mortem names cause '\(record.slug)'",
        help: "name it in 'root_causes' or 'contributing_factors' of a post-mortem, or remove the record")
    ]
  }
}
