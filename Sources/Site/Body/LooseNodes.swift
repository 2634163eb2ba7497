import Markdown

/// Renders nodes that were taken out of lists and tables, each with the parent that HTML asks for.
enum LooseNodes {
  static func html(_ nodes: [Int], _ body: DocumentBody, _ mentions: inout FootnoteMentions) -> [UInt8] {
    var output: [UInt8] = []
    var wrapper: (open: String, close: String)?
    for node in nodes.sorted() {
      let needed = needed(by: node, in: body.document)
      if needed?.open != wrapper?.open {
        if let wrapper { output.append(contentsOf: wrapper.close.utf8) }
        if let needed { output.append(contentsOf: needed.open.utf8) }
        wrapper = needed
      }
      body.renderer.render(node..<body.document.nodes[node].end, mentions: &mentions, into: &output)
    }
    if let wrapper { output.append(contentsOf: wrapper.close.utf8) }
    return output
  }

  private static func needed(by node: Int, in document: Document) -> (open: String, close: String)? {
    switch document.nodes[node].kind {
    case .item: ("<ul>\n", "</ul>\n")
    case .tableRow:
      (
        "<div class=\"table-scroll\" role=\"group\" aria-label=\"Table\" tabindex=\"0\"><table>\n",
        "</table></div>\n"
      )
    case .tableCell: ("<table><tr>", "</tr></table>\n")
    case let kind where kind.isBlock: nil
    default: ("<p>", "</p>\n")
    }
  }
}
