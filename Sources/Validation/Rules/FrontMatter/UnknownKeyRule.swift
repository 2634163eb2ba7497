internal import Diagnostics
internal import PostMortems

/// Reports a key that is not part of the format.
struct UnknownKeyRule: ReadingRule {
  static let description = RuleDescription(
    id: "unknown-key", group: .frontMatter,
    summary: "a key is not part of the format",
    rationale: "A misspelt key is a value that silently does not count.",
    triggering: [
      "---\n↓sevrity: SEV1\n---\n", "---\n↓Severity: SEV1\n---\n",
      "---\ndetection: {source: alert, ↓alrt: HighErrorRate}\n---\n",
    ],
    nonTriggering: ["---\nseverity: SEV1\nauthor: on-call\n---\n"])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    let known = PostMortemFieldsReader.keys + context.settings.keys.keys.sorted()
    let nested = draft.findings.filter { $0.rule == Self.description.id }
    return draft.fields.unknownKeys.map { UnknownKey.finding($0, known: known) }
      + nested
  }
}
