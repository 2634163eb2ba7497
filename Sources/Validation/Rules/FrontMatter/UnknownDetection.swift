internal import Diagnostics
internal import PostMortems

/// Reports a source of detection outside the settings' list.
struct UnknownDetection: PostMortemRule {
  static let description = RuleDescription(
    id: "unknown-detection", group: .frontMatter, level: .error,
    summary: "detection source is not in the settings' list",
    rationale: "Whether we find incidents before our customers do is counted from this field.",
    triggering: [
      "-- debrief.yml --\nvocabularies: {detection: [alert, customer]}\n-- a.md --\n---\ndetection: {source: ↓costumer}\n---\n"
    ],
    nonTriggering: ["---\ndetection: {source: carrier-pigeon}\n---\n"])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    let words = context.settings.vocabularies.detection
    let source = draft.fields.detection?.source
    return VocabularyFinding.make(Self.description.id, source, in: words, what: "detection source").map { [$0] } ?? []
  }
}
