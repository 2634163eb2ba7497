internal import Diagnostics
internal import KnowledgeBase
internal import Markdown

/// Reports a relative link or picture that leads nowhere.
struct BrokenLink: DocumentRule {
  static let description = RuleDescription(
    id: "broken-link", group: .links, level: .error,
    summary: "a relative link or picture leads nowhere",
    rationale: "The reader at night gets an error page instead of the runbook.",
    triggering: [
      "-- a.md --\n# Checkout down\n\nSee ↓[the other one](b.md).\n",
      "-- causes/full-disk.md --\n---\ntitle: Full disk\n---\nSeen in ↓[one incident](../b.md).\n",
      "-- plan/escalation.md --\n# Escalation\n\n↓![who calls whom](ladder.png)\n",
    ],
    nonTriggering: [
      "-- a.md --\n# Checkout down\n\nSee [the other one](b.md).\n-- b.md --\n# Other\n",
      "-- plan/escalation.md --\n# Escalation\n\nSee [an example](../a.md).\n-- a.md --\n# Checkout down\n",
    ])

  func findings(in document: Document, context: RuleContext) -> [Finding] {
    let file = document.source.path
    return DocumentLinks.all(in: document).compactMap { link in
      guard case .missing(let path) = context.knowledgeBase.links.target(of: link.address, in: file) else {
        return nil
      }
      return Finding(
        Self.description.id, at: link.span,
        "\(link.isImage ? "picture" : "link") '\(link.address)' leads nowhere",
        notes: ["there is no '\(path)' in the knowledge base"], help: "correct the path, or remove the link")
    }
  }
}
