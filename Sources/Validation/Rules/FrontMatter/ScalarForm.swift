/// Reports the short form of a field whose full form says more.
struct ScalarForm: ReadingRule {
  static let description = RuleDescription(
    id: "scalar-form", group: .frontMatter,
    summary: "a field is given in its short form",
    rationale: "The full form has room for the alert's name, by which the next one is found.",
    triggering: ["---\ndetection: ↓alert\n---\n"],
    nonTriggering: ["---\ndetection: {source: alert, alert: HighErrorRate}\n---\n"])
}
