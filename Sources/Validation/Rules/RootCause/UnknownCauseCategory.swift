internal import Diagnostics
internal import PostMortems

/// Reports the category of a cause record that the settings do not list, where they list any.
struct UnknownCauseCategory: CauseRule {
  static let description = RuleDescription(
    id: "unknown-cause-category", group: .rootCause, level: .error,
    summary: "a cause's category is not in the settings' list",
    rationale: "A category under two names splits the table of what hurts most.",
    triggering: [
      "-- debrief.yml --\nvocabularies: {cause_category: [software, network]}\n-- causes/a.md --\n---\ntitle: A\ncategory: ↓sofware\n---\n"
    ],
    nonTriggering: ["-- causes/a.md --\n---\ntitle: A\ncategory: weather\n---\n"])

  func findings(in record: CauseRecord, context: RuleContext) -> [Finding] {
    let vocabulary = context.settings.vocabularies.causeCategory
    return VocabularyFinding.make(Self.description.id, record.category, in: vocabulary, what: "category").map { [$0] }
      ?? []
  }
}
