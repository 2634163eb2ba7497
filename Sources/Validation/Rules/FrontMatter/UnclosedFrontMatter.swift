internal import Diagnostics
/// Reports front matter that is opened and never closed.
struct UnclosedFrontMatter: ReadingRule {
  static let description = RuleDescription(
    id: "unclosed-front-matter", group: .frontMatter, level: .error,
    summary: "front matter is opened and never closed",
    rationale: "Without a closing line every field is read as text, and the page has no severity, dates or causes.",
    triggering: ["↓---\ntitle: Checkout down\n\nText\n"],
    nonTriggering: ["---\ntitle: Checkout down\n---\nText\n"])
}
