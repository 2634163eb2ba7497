internal import Diagnostics
internal import KnowledgeBase
internal import PostMortems

/// Reports a cause that its record calls fixed although it struck again since.
struct FixedCauseStruckAgain: CauseRule {
  static let description = RuleDescription(
    id: "fixed-cause-struck-again", group: .rootCause,
    summary: "a cause is called fixed or verified, and has struck since",
    rationale:
      "Whoever reads the record believes that the cause is gone. It is not: either the fix did not hold, or it has a "
      + "second way in.",
    triggering: [
      "-- causes/full-disk.md --\n---\ntitle: Full disk\nstatus: ↓fixed\n---\n-- a.md --\n---\nstarted: 2026-01-05\nroot_causes: [full-disk]\n---\n## Action items\n\n- [x] Move logs (done: 2026-02-01, addresses: full-disk)\n-- b.md --\n---\nstarted: 2026-04-10\nroot_causes: [full-disk]\n---\n",
      "-- causes/full-disk.md --\n---\ntitle: Full disk\nstatus: ↓verified\nstatus_since: 2026-02-01\n---\n-- b.md --\n---\nstarted: 2026-04-10\nroot_causes: [full-disk]\n---\n",
    ],
    nonTriggering: [
      "-- causes/full-disk.md --\n---\ntitle: Full disk\nstatus: fixed\nstatus_since: 2026-04-20\n---\n-- b.md --\n---\nstarted: 2026-04-10\nroot_causes: [full-disk]\n---\n",
      "-- causes/full-disk.md --\n---\ntitle: Full disk\nstatus: fixed\n---\n-- b.md --\n---\nstarted: 2026-04-10\nroot_causes: [full-disk]\n---\n",
      "-- causes/full-disk.md --\n---\ntitle: Full disk\nstatus: mitigated\nstatus_since: 2026-02-01\n---\n-- b.md --\n---\nstarted: 2026-04-10\nroot_causes: [full-disk]\n---\n",
      "-- causes/full-disk.md --\n---\ntitle: Full disk\nstatus: fixed\nstatus_since: 2026-02-01\n---\n-- b.md --\n---\norigin: external\nstarted: 2026-04-10\nroot_causes: [full-disk]\n---\n",
    ])

  func findings(in record: CauseRecord, context: RuleContext) -> [Finding] {
    let knowledgeBase = context.knowledgeBase
    guard let cause = knowledgeBase.causes.cause(record.slug), cause.record === record,
      let strike = knowledgeBase.strikeSinceFixed(cause)
    else { return [] }
    let postMortem = knowledgeBase.postMortems[strike.postMortem]
    let days = "\(strike.days) day\(strike.days == 1 ? "" : "s")"
    let since =
      strike.isStated ? "since \(strike.since.iso)" : "and the last action against it was done on \(strike.since.iso)"
    return [
      Finding(
        Self.description.id, at: strike.status.span,
        "cause '\(record.slug)' is called '\(strike.status.value)' \(since), but struck \(days) later, "
          + "in '\(postMortem.id)'",
        help: "set 'status' to what holds now, or name the day of the lasting fix with 'status_since'")
    ]
  }
}
