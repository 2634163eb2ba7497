internal import Diagnostics
internal import Markdown

/// Reports a picture without a text in its stead.
struct PictureWithoutAlt: DocumentRule {
  static let description = RuleDescription(
    id: "picture-without-alt", group: .links, level: .note,
    summary: "a picture has no alternative text",
    rationale: "Who cannot see the graph, and every search, learns nothing from it.",
    triggering: ["-- a.md --\n# Checkout down\n\n↓![](graph.png)\n-- graph.png --\n"],
    nonTriggering: ["-- a.md --\n# Checkout down\n\n![error rate from 10:00 to 11:00](graph.png)\n-- graph.png --\n"])

  func findings(in document: Document, context: RuleContext) -> [Finding] {
    document.nodes.indices.compactMap { index in
      guard case .image(let source, _) = document.nodes[index].kind,
        !document.plainText(of: index).utf8.contains(where: { $0 > 0x20 })
      else { return nil }
      return Finding(
        Self.description.id, at: document.nodes[index].span,
        "picture '\(document.string(source))' has no alternative text",
        help: "say between the brackets what it shows")
    }
  }
}
