internal import Diagnostics
internal import PostMortems

/// Reports a status of a cause record that is none of the five.
struct UnknownCauseStatus: CauseRule {
  static let description = RuleDescription(
    id: "unknown-cause-status", group: .rootCause, level: .error,
    summary: "a cause's status is not one of open, understood, mitigated, fixed, verified",
    rationale: "Which causes may strike again is told from this word.",
    triggering: ["-- causes/a.md --\n---\ntitle: A\nstatus: ↓fxied\n---\n"],
    nonTriggering: ["-- causes/a.md --\n---\ntitle: A\nstatus: fixed\n---\n"])

  func findings(in record: CauseRecord, context: RuleContext) -> [Finding] {
    let vocabulary = context.settings.vocabularies.causeStatus
    return VocabularyFinding.make(Self.description.id, record.status, in: vocabulary, what: "status").map { [$0] } ?? []
  }
}
