internal import Diagnostics
/// Reports anchors, aliases, merge keys and tags.
struct UnsupportedYAML: ReadingRule {
  static let description = RuleDescription(
    id: "unsupported-yaml", group: .frontMatter, level: .error,
    summary: "front matter uses an anchor, an alias, a merge key or a tag",
    rationale: "A few lines of nested aliases can stand for billions of values, so they are not expanded at all.",
    triggering: ["---\ntitle: ↓&name Checkout down\n---\n", "---\ntitle: ↓!!str Checkout down\n---\n"],
    nonTriggering: ["---\ntitle: \"&name Checkout down\"\n---\n"])
}
