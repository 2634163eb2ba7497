internal import Diagnostics
internal import PostMortems

/// Reports a service that the settings do not list, where they list any.
struct UnknownService: PostMortemRule {
  static let description = RuleDescription(
    id: "unknown-service", group: .frontMatter, level: .error,
    summary: "a service is not in the settings' list",
    rationale: "A service under two names has half its incidents on each page.",
    triggering: [
      "-- debrief.yml --\nservices: {checkout: Checkout}\n-- a.md --\n---\nservices: [checkout, ↓chekout]\n---\n"
    ],
    nonTriggering: ["---\nservices: [anything]\n---\n"])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    draft.fields.services.compactMap {
      VocabularyFinding.make(Self.description.id, $0, in: context.settings.vocabularies.services, what: "service")
    }
  }
}
