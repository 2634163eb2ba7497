internal import Diagnostics
internal import PostMortems

/// Reports a status that no document can have.
struct UnknownStatus: PostMortemRule {
  static let description = RuleDescription(
    id: "unknown-status", group: .frontMatter, level: .error,
    summary: "status is not one of draft, review, published",
    rationale: "Only published post-mortems are counted; an unknown status would count a draft.",
    triggering: ["---\nstatus: ↓final\n---\n"],
    nonTriggering: ["---\nstatus: review\n---\n", "---\ntitle: Checkout down\n---\n"])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    let words = context.settings.vocabularies.status
    return VocabularyFinding.make(Self.description.id, draft.fields.status, in: words, what: "status").map { [$0] }
      ?? []
  }
}
