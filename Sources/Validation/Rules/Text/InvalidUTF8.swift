/// Reports bytes that are no UTF-8.
struct InvalidUTF8: ReadingRule {
  static let description = RuleDescription(
    id: "invalid-utf-8", group: .text,
    summary: "the file is not valid UTF-8",
    rationale: "Letters of another encoding are lost on the page and in the search.",
    triggering: [],
    nonTriggering: ["# Größe\n\nÜberlauf\n"])
}
