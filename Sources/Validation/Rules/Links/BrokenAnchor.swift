internal import Diagnostics
internal import KnowledgeBase
internal import Markdown
internal import PostMortems

/// Reports a link to a heading that does not exist.
struct BrokenAnchor: DocumentRule {
  static let description = RuleDescription(
    id: "broken-anchor", group: .links, level: .error,
    summary: "a link's anchor is no heading of its target",
    rationale: "The reader lands at the top of a long page and has to search.",
    triggering: [
      "# Checkout down\n\nSee ↓[the fix](#resolution).\n",
      "-- causes/full-disk.md --\n# Full disk\n\nSee ↓[the plan](../plan/escalation.md#who-calls).\n-- plan/escalation.md --\n# Escalation\n",
    ],
    nonTriggering: [
      "# Checkout down\n\nSee [the fix](#resolution).\n\n## Resolution\n\nA restart.\n",
      "-- causes/full-disk.md --\n# Full disk\n\nSee [the plan](../plan/escalation.md#who-calls).\n-- plan/escalation.md --\n# Escalation\n\n## Who calls\n",
    ])

  func findings(in document: Document, context: RuleContext) -> [Finding] {
    var known: [String: Anchors] = [:]
    return DocumentLinks.all(in: document).compactMap { link in
      // Without a fragment there is nothing to look up.
      guard link.address.utf8.contains(UInt8(ascii: "#")),
        let (target, fragment) = Self.fragment(of: link, in: document, context), !fragment.isEmpty
      else { return nil }
      let anchors = known[target.source.path] ?? Anchors(HeadingAnchors(target).headings.map(\.id))
      known[target.source.path] = anchors
      return anchors.set.contains(fragment) ? nil : Self.finding(fragment, at: link.span, anchors, target)
    }
  }

  /// The ids of one document's headings.
  private struct Anchors {
    let nearMisses: NearMissIndex
    let set: Set<String>

    init(_ ids: [String]) {
      nearMisses = NearMissIndex(ids)
      set = Set(ids)
    }
  }

  private static func finding(
    _ fragment: String, at span: SourceSpan, _ anchors: Anchors, _ target: Document
  ) -> Finding {
    let near = anchors.nearMisses.nearest(to: fragment)
    return Finding(
      description.id, at: span,
      "anchor '#\(fragment)' is no heading of '\(target.source.path)'"
        + (near.map { "; did you mean '#\($0)'?" } ?? ""),
      help: near.map { "replace it with '#\($0)'" } ?? "name a heading of that document")
  }

  private static func fragment(of link: DocumentLinks.Link, in document: Document, _ context: RuleContext)
    -> (Document, String)?
  {
    let knowledgeBase = context.knowledgeBase
    switch knowledgeBase.links.target(of: link.address, in: document.source.path) {
    case .fragment(let fragment): return (document, fragment)
    case .postMortem(let position, let fragment?): return (knowledgeBase.postMortems[position].draft.document, fragment)
    case .cause(let slug, let fragment?):
      return knowledgeBase.causes.cause(slug)?.record.map { ($0.document, fragment) }
    case .plan(let slug, let fragment?):
      return knowledgeBase.plan.first { $0.slug == slug }.map { ($0.document, fragment) }
    default: return nil
    }
  }
}
