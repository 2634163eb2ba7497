internal import Diagnostics
internal import KnowledgeBase
internal import PostMortems

/// Advises to call a cause by the name of its record.
struct RetiredAlias: PostMortemRule {
  static let description = RuleDescription(
    id: "retired-alias", group: .rootCause, level: .note,
    summary: "a cause is called by an alias and not by its record's name",
    rationale: "An alias is understood and counted; whoever searches the files for the cause does not find it, though.",
    triggering: [
      "-- causes/regex-backtracking.md --\n---\ntitle: Regex\naliases: [redos]\n---\n-- a.md --\n---\nroot_causes: [↓ReDoS]\ncontributing_factors: [↓redos]\n---\n"
    ],
    nonTriggering: [
      "-- causes/regex-backtracking.md --\n---\ntitle: Regex\naliases: [redos]\n---\n-- a.md --\n---\nroot_causes: [regex-backtracking]\n---\n",
      "---\nroot_causes: [redos]\n---\n",
      "-- causes/a.md --\n---\naliases: [redos]\n---\n-- causes/b.md --\n---\naliases: [redos]\n---\n-- a.md --\n---\nroot_causes: [redos]\n---\n",
    ])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    let causes = context.knowledgeBase.causes
    guard causes.hasRecords else { return [] }
    let names =
      draft.fields.rootCauses + draft.fields.contributingFactors.compactMap(\.slug)
      + draft.actionItems.flatMap(\.addresses)
    return names.compactMap { name -> Finding? in
      let slug = causes.canonical(name.value)
      guard causes.hasRecord(name.value), slug != name.value.lowercased(), !causes.isDisputed(name.value)
      else { return nil }
      return Finding(
        Self.description.id, at: name.span, "'\(name.value)' is an alias of '\(slug)'",
        help: "replace it with '\(slug)'", fixes: [Fix(replace: name.span, with: slug, isSafe: true)])
    }.oncePerPlace
  }
}
