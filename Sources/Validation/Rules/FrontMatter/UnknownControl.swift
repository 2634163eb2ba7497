internal import Diagnostics
internal import PostMortems

/// Reports a control outside the settings' list.
struct UnknownControl: PostMortemRule, CauseRule {
  static let description = RuleDescription(
    id: "unknown-control", group: .frontMatter, level: .error,
    summary: "control is not in the settings' list",
    rationale: "One control under two names hides how many incidents it would have touched.",
    triggering: [
      "-- debrief.yml --\nvocabularies: {control: [canary]}\n-- a.md --\n---\ncontrols: {↓canry: absent}\n---\n",
      "-- debrief.yml --\nvocabularies: {control: [canary]}\n-- causes/a.md --\n---\ncontrols: [↓canry]\n---\n",
    ],
    nonTriggering: ["---\ncontrols: {canary: absent}\n---\n"])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    draft.fields.controls.compactMap {
      VocabularyFinding.make(
        Self.description.id, $0.control, in: context.settings.vocabularies.control, what: "control")
    }
  }
  func findings(in record: CauseRecord, context: RuleContext) -> [Finding] {
    record.controls.compactMap {
      VocabularyFinding.make(Self.description.id, $0, in: context.settings.vocabularies.control, what: "control")
    }
  }
}
