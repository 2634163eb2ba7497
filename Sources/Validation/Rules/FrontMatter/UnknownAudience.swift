internal import Diagnostics
internal import PostMortems

/// Reports an audience that is neither public nor internal.
struct UnknownAudience: PostMortemRule {
  static let description = RuleDescription(
    id: "unknown-audience", group: .frontMatter, level: .error,
    summary: "audience is not one of public, internal",
    rationale: "The audience decides what is published; it must never be guessed.",
    triggering: ["---\naudience: ↓everyone\n---\n"],
    nonTriggering: ["---\naudience: internal\n---\n"])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    let words = context.settings.vocabularies.audience
    return VocabularyFinding.make(Self.description.id, draft.fields.audience, in: words, what: "audience").map { [$0] }
      ?? []
  }
}
