internal import Diagnostics
internal import PostMortems

/// Reports a kind of mitigation outside the settings' list.
struct UnknownMitigation: PostMortemRule {
  static let description = RuleDescription(
    id: "unknown-mitigation", group: .frontMatter, level: .error,
    summary: "mitigation type is not in the settings' list",
    rationale: "How long each kind of mitigation took is only comparable when it has one name.",
    triggering: [
      "-- debrief.yml --\nvocabularies: {mitigation: [rollback]}\n-- a.md --\n---\nmitigations: [{type: ↓roll-back}]\n---\n"
    ],
    nonTriggering: ["---\nmitigations: [{type: rollback}]\n---\n"])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    draft.fields.mitigations.compactMap {
      VocabularyFinding.make(
        Self.description.id, $0.type, in: context.settings.vocabularies.mitigation, what: "mitigation")
    }
  }
}
