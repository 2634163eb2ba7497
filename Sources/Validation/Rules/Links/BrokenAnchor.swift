internal import Diagnostics
internal import KnowledgeBase
internal import Markdown
internal import PostMortems

/// Reports a link to a heading that does not exist.
struct BrokenAnchor: PostMortemRule {
  static let description = RuleDescription(
    id: "broken-anchor", group: .links, level: .error,
    summary: "a link's anchor is no heading of its target",
    rationale: "The reader lands at the top of a long page and has to search.",
    triggering: ["# Checkout down\n\nSee ↓[the fix](#resolution).\n"],
    nonTriggering: ["# Checkout down\n\nSee [the fix](#resolution).\n\n## Resolution\n\nA restart.\n"])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    DocumentLinks.all(in: draft.document).compactMap { link in
      let target = context.knowledgeBase.links.target(of: link.address, in: draft.file)
      guard let (document, fragment) = Self.fragment(target, draft, context), !fragment.isEmpty,
        !HeadingAnchors(document).contains(fragment)
      else { return nil }
      let near = NearMiss.nearest(to: fragment, in: HeadingAnchors(document).headings.map(\.id))
      return Finding(
        Self.description.id, at: link.span,
        "anchor '#\(fragment)' is no heading of '\(document.source.path)'"
          + (near.map { "; did you mean '#\($0)'?" } ?? ""),
        help: near.map { "replace it with '#\($0)'" } ?? "name a heading of that document")
    }
  }

  private static func fragment(_ target: LinkTarget, _ draft: PostMortemDraft, _ context: RuleContext)
    -> (Document, String)?
  {
    switch target {
    case .fragment(let fragment): (draft.document, fragment)
    case .postMortem(let position, let fragment?):
      (context.knowledgeBase.postMortems[position].draft.document, fragment)
    default: nil
    }
  }
}
