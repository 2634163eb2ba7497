/// Renders nodes as safe HTML in one iterative walk: own tags only, every text escaped, every address judged.
package struct HTMLRenderer<Links: LinkResolver>: Sendable {
  let document: Document
  let links: Links
  let anchors: HeadingAnchors
  /// Added to each heading's level, so that a page's own headings come first.
  let headingShift: Int

  package init(_ document: Document, links: Links, anchors: HeadingAnchors, headingShift: Int = 0) {
    self.document = document
    self.links = links
    self.anchors = anchors
    self.headingShift = headingShift
  }

  /// Appends the nodes of a range, whole subtrees of siblings; footnote definitions are left to `renderFootnotes`.
  package func render(_ range: Range<Int>, into output: inout [UInt8]) {
    var walk = HTMLWalk(renderer: self)
    walk.run(range, into: &output)
  }

  /// Appends the inline content of one block without the block's own tag.
  package func renderInlines(of node: Int, into output: inout [UInt8]) {
    render((node + 1)..<document.nodes[node].end, into: &output)
  }

  /// Appends the section of footnotes; nothing where there are none.
  package func renderFootnotes(into output: inout [UInt8]) {
    let definitions = document.blocks.filter {
      if case .footnoteDefinition = document.nodes[$0].kind { return true }
      return false
    }
    guard !definitions.isEmpty else { return }
    output.append(contentsOf: "<section class=\"footnotes\" aria-label=\"Footnotes\"><ol>\n".utf8)
    for index in definitions {
      guard case .footnoteDefinition(let number) = document.nodes[index].kind else { continue }
      output.append(contentsOf: "<li id=\"fn-\(number)\">".utf8)
      render((index + 1)..<document.nodes[index].end, into: &output)
      output.append(
        contentsOf: " <a class=\"backref\" href=\"#fnref-\(number)\" aria-label=\"Back to text \(number)\">↩</a></li>\n"
          .utf8)
    }
    output.append(contentsOf: "</ol></section>\n".utf8)
  }
}
