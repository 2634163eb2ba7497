internal import KnowledgeBase
internal import Diagnostics
internal import PostMortems

/// Reports a root cause that has no record although others have one.
struct UnknownRootCause: PostMortemRule {
  static let description = RuleDescription(
    id: "unknown-root-cause", group: .rootCause, level: .error,
    summary: "a root cause is not in the catalogue",
    rationale: "A cause under two names never comes back: its recurrences are counted apart.",
    triggering: [
      "-- causes/regex-backtracking.md --\n---\ntitle: Regex backtracking\n---\n-- a.md --\n---\nroot_causes: [↓regex-backtraking]\n---\n"
    ],
    nonTriggering: [
      "-- causes/regex-backtracking.md --\n---\ntitle: Regex backtracking\naliases: [redos]\n---\n-- a.md --\n---\nroot_causes: [redos]\n---\n",
      "---\nroot_causes: [anything]\n---\n",
    ])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    let causes = context.knowledgeBase.causes
    guard causes.hasRecords else { return [] }
    return draft.fields.rootCauses.filter { !causes.hasRecord($0.value) }.map { cause in
      let near = causes.nearMisses.nearest(to: cause.value)
      return Finding(
        Self.description.id, at: cause.span,
        "root cause '\(cause.value)' is not in the catalogue" + (near.map { "; did you mean '\($0)'?" } ?? ""),
        notes: ["cause records live in causes/"],
        help: near.map { "replace it with '\($0)'" } ?? "write causes/\(Slug.make(cause.value)).md",
        fixes: near.map { [Fix(replace: cause.span, with: $0, isSafe: false)] } ?? [])
    }
  }
}
