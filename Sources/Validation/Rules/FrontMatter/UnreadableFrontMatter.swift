internal import Diagnostics
/// Reports front matter that is no valid YAML or TOML.
struct UnreadableFrontMatter: ReadingRule {
  static let description = RuleDescription(
    id: "unreadable-front-matter", group: .frontMatter, level: .error,
    summary: "front matter cannot be read",
    rationale: "What cannot be read cannot be counted: the incident would be missing from every trend.",
    triggering: ["---\ntitle: ↓\"Checkout down\nseverity: SEV1\n---\n", "+++\ntitle = ↓Checkout down\n+++\n"],
    nonTriggering: ["---\ntitle: \"Checkout: down\"\n---\n"])
}
