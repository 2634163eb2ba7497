internal import KnowledgeBase
internal import Diagnostics
internal import PostMortems

/// Reports a root cause in a knowledge base that has no cause records at all.
struct CauseWithoutRecord: PostMortemRule {
  static let description = RuleDescription(
    id: "cause-without-record", group: .rootCause,
    summary: "a root cause has no record",
    rationale: "A record gives a cause a first check and a workaround, and keeps its name the same in every document.",
    triggering: ["---\nroot_causes: [↓regex-backtracking]\n---\n"],
    nonTriggering: [
      "-- causes/regex-backtracking.md --\n---\ntitle: Regex backtracking\n---\n-- a.md --\n---\nroot_causes: [regex-backtracking]\n---\n"
    ])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    guard !context.knowledgeBase.causes.hasRecords else { return [] }
    return draft.fields.rootCauses.map { cause in
      Finding(
        Self.description.id, at: cause.span, "root cause '\(cause.value)' has no record",
        help: "write causes/\(Slug.make(cause.value)).md")
    }
  }
}
