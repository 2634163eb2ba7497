internal import Diagnostics
internal import PostMortems

/// Reports a severity that is not on the scale.
struct UnknownSeverity: PostMortemRule {
  static let description = RuleDescription(
    id: "unknown-severity", group: .frontMatter, level: .error,
    summary: "severity is not on the scale",
    rationale: "Trends compare incidents by severity, which only works while every post-mortem uses one scale.",
    triggering: ["---\nseverity: ↓critical\n---\n", "---\nseverity: ↓SEV 1\n---\n", "---\nseverity: ↓sev2\n---\n"],
    nonTriggering: ["---\nseverity: SEV2\n---\n"])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    let scale = Vocabulary(context.settings.severities.map(\.name), isClosed: true)
    return VocabularyFinding.make(Self.description.id, draft.fields.severity, in: scale, what: "severity").map { [$0] }
      ?? []
  }
}
