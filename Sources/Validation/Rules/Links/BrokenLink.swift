internal import Diagnostics
internal import KnowledgeBase
internal import Markdown
internal import PostMortems

/// Reports a relative link or picture that leads nowhere.
struct BrokenLink: PostMortemRule {
  static let description = RuleDescription(
    id: "broken-link", group: .links, level: .error,
    summary: "a relative link or picture leads nowhere",
    rationale: "The reader at night gets an error page instead of the runbook.",
    triggering: ["-- a.md --\n# Checkout down\n\nSee ↓[the other one](b.md).\n"],
    nonTriggering: ["-- a.md --\n# Checkout down\n\nSee [the other one](b.md).\n-- b.md --\n# Other\n"])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    DocumentLinks.all(in: draft.document).compactMap { link in
      guard case .missing(let path) = context.knowledgeBase.links.target(of: link.address, in: draft.file) else {
        return nil
      }
      return Finding(
        Self.description.id, at: link.span,
        "\(link.isImage ? "picture" : "link") '\(link.address)' leads nowhere",
        notes: ["there is no '\(path)' in the knowledge base"], help: "correct the path, or remove the link")
    }
  }
}
