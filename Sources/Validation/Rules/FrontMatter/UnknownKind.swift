internal import Diagnostics
internal import PostMortems

/// Reports a kind that is none of incident, near-miss and drill.
struct UnknownKind: PostMortemRule {
  static let description = RuleDescription(
    id: "unknown-kind", group: .frontMatter, level: .error,
    summary: "kind is not one of incident, near-miss, drill",
    rationale: "Drills and near misses are counted apart from incidents.",
    triggering: ["---\nkind: ↓outage\n---\n"],
    nonTriggering: ["---\nkind: near-miss\n---\n"])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    let words = context.settings.vocabularies.kind
    return VocabularyFinding.make(Self.description.id, draft.fields.kind, in: words, what: "kind").map { [$0] } ?? []
  }
}
