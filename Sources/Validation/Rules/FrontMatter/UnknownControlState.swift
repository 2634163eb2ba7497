internal import Diagnostics
internal import PostMortems

/// Reports a control whose state is none of the five.
struct UnknownControlState: PostMortemRule {
  static let description = RuleDescription(
    id: "unknown-control-state", group: .frontMatter, level: .error,
    summary: "a control's state is not one of present, absent, failed, worked, unknown",
    rationale: "Gaps are counted from these states.",
    triggering: ["---\ncontrols: {canary: ↓missing}\n---\n"],
    nonTriggering: ["---\ncontrols: {canary: absent, rollback: worked}\n---\n"])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    draft.fields.controls.compactMap {
      VocabularyFinding.make(
        Self.description.id, $0.state, in: context.settings.vocabularies.controlState, what: "control state")
    }
  }
}
