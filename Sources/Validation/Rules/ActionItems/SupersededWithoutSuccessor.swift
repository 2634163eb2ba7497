internal import Diagnostics
internal import PostMortems

/// Reports a superseded action item that does not say by what.
struct SupersededWithoutSuccessor: PostMortemRule {
  static let description = RuleDescription(
    id: "superseded-without-successor", group: .actionItems,
    summary: "an action item is superseded and does not say by what",
    rationale: "A promise that ends in another one is only kept where that one can be found.",
    triggering: ["## Action items\n\n↓- [ ] Alert on disk usage (status: superseded)\n"],
    nonTriggering: [
      "## Action items\n\n- [ ] Alert on disk usage (superseded: by OPS-31)\n",
      "## Action items\n\n- [ ] Alert on disk usage (status: superseded, ticket: OPS-31)\n",
    ])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    draft.promises.filter { $0.state == .superseded && ($0.reason ?? "").isEmpty && $0.ticket == nil }.map { item in
      Finding(
        Self.description.id, at: item.span, "action item '\(item.excerpt)' does not say what superseded it",
        help: "add '(superseded: by …)' at its end")
    }
  }
}
