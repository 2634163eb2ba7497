internal import Diagnostics
internal import Markdown

/// Reports a picture that lies on another server.
struct RemotePicture: DocumentRule {
  static let description = RuleDescription(
    id: "remote-picture", group: .links, level: .note,
    summary: "a picture lies on another server",
    rationale:
      "Pages load nothing from elsewhere, so the picture is shown as a link, which works only as long as that server keeps it.",
    triggering: ["# Checkout down\n\n↓![error rate](https://example.com/graph.png)\n"],
    nonTriggering: ["-- a.md --\n# Checkout down\n\n![error rate](graph.png)\n-- graph.png --\n"])

  func findings(in document: Document, context: RuleContext) -> [Finding] {
    document.nodes.compactMap { node in
      guard case .image(let source, _) = node.kind, LinkPolicy.judge(document.string(source)) == .external else {
        return nil
      }
      return Finding(
        Self.description.id, at: node.span, "picture '\(document.string(source))' lies on another server",
        help: "put it beside the document and name its path")
    }
  }
}
