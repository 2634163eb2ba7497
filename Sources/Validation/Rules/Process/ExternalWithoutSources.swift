internal import Diagnostics
internal import PostMortems

/// Reports a retold incident of another organisation without the report that it is retold from.
struct ExternalWithoutSources: PostMortemRule {
  static let description = RuleDescription(
    id: "external-without-sources", group: .process,
    summary: "a post-mortem of another organisation's incident names no source",
    rationale: "Nobody here was there: what the page says can only be checked against the report.",
    triggering: ["---\norigin: ↓external\n---\n# Checkout down\n"],
    nonTriggering: [
      "---\norigin: external\nsources: [\"https://example.org/report\"]\n---\n",
      "---\norigin: external\n---\n## References\n\n- The operator's report of 3 March\n", "---\norigin: own\n---\n",
    ])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    guard draft.isExternal, let origin = draft.fields.origin, draft.fields.sources.isEmpty,
      draft.section(.references) == nil
    else { return [] }
    return [
      Finding(
        Self.description.id, at: origin.span, "'external' without a source",
        help: "add 'sources: [https://…]' with the address of the report")
    ]
  }
}
