internal import Diagnostics
/// Reports front matter too large or too deep to be meant.
struct FrontMatterLimit: ReadingRule {
  static let description = RuleDescription(
    id: "front-matter-limit", group: .frontMatter, level: .error,
    summary: "front matter is longer or deeper than the format allows",
    rationale: "A limit keeps one file from holding up the whole site.",
    triggering: ["---\nlinks: [[[[[[[[[[[[[[[[[[[[↓[[x]]]]]]]]]]]]]]]]]]]]]]\n---\n"],
    nonTriggering: ["---\nlinks: {ticket: OPS-1}\n---\n"])
}
