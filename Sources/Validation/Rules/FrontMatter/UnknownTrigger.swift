internal import Diagnostics
internal import PostMortems

/// Reports a trigger outside the settings' list.
struct UnknownTrigger: PostMortemRule {
  static let description = RuleDescription(
    id: "unknown-trigger", group: .frontMatter, level: .error,
    summary: "trigger is not in the settings' list",
    rationale: "What sets incidents off is counted by kind of trigger.",
    triggering: [
      "-- debrief.yml --\nvocabularies: {trigger: [deploy, config]}\n-- a.md --\n---\ntrigger: ↓deplyo\n---\n"
    ],
    nonTriggering: ["---\ntrigger: deploy\n---\n"])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    let words = context.settings.vocabularies.trigger
    return VocabularyFinding.make(Self.description.id, draft.fields.trigger, in: words, what: "trigger").map { [$0] }
      ?? []
  }
}
