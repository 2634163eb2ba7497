internal import Diagnostics
internal import PostMortems

/// Reports an origin that is neither own nor external.
struct UnknownOrigin: PostMortemRule {
  static let description = RuleDescription(
    id: "unknown-origin", group: .frontMatter, level: .error,
    summary: "origin is not one of own, external",
    rationale: "The action items of another organisation's report are not promises of this one.",
    triggering: ["---\norigin: ↓vendor\n---\n"],
    nonTriggering: ["---\norigin: external\n---\n"])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    let words = context.settings.vocabularies.origin
    return VocabularyFinding.make(Self.description.id, draft.fields.origin, in: words, what: "origin").map { [$0] }
      ?? []
  }
}
