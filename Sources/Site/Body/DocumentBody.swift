import Diagnostics
import Markdown
import PostMortems

/// One document of the input on its way to one page.
struct DocumentBody {
  let document: Document
  let anchors: HeadingAnchors
  let renderer: HTMLRenderer<DocumentLinks>
  /// The heading whose words are the page's title; left out of the body.
  let titleNode: Int?
  private let outline: HeadingOutline

  /// - Parameter home: the path of the document's own page, where parts of it are shown on another one.
  init(
    _ document: Document, site: SiteSource, root: String, title: SourceSpan? = nil, baseLevel: Int = 2,
    home: String? = nil
  ) {
    self.document = document
    anchors = HeadingAnchors(document)
    titleNode = title.flatMap { span in
      document.blocks.first { index in
        if case .heading = document.nodes[index].kind { return document.nodes[index].span == span }
        return false
      }
    }
    outline = HeadingOutline(anchors.headings, base: baseLevel, skipping: titleNode)
    renderer = HTMLRenderer(
      document, links: DocumentLinks(site: site, file: document.source.path, anchors: anchors, root: root, home: home),
      anchors: anchors,
      placing: HTMLPlacing(headingLevels: outline.levels, mentionsFootnotes: home == nil))
  }

  /// The id of the page's title, by which links in the document mean it.
  var titleID: String? { titleNode.flatMap { anchors.id(of: $0) } }

  /// The root's children in order, the title's heading and the definitions of footnotes left out.
  var blocks: [Int] {
    document.blocks.filter { index in
      if case .footnoteDefinition = document.nodes[index].kind { return false }
      return index != titleNode
    }
  }

  func html(of nodes: some Sequence<Int>, mentions: inout FootnoteMentions) -> [UInt8] {
    var output: [UInt8] = []
    for index in nodes {
      renderer.render(index..<document.nodes[index].end, mentions: &mentions, into: &output)
    }
    return output
  }

  /// The whole body with its footnotes.
  func html() -> [UInt8] {
    var mentions = FootnoteMentions()
    var output = html(of: blocks, mentions: &mentions)
    renderer.renderFootnotes(into: &output)
    return output
  }

  var footnotes: [UInt8] {
    var output: [UInt8] = []
    renderer.renderFootnotes(into: &output)
    return output
  }

  /// The headings that a reader may want to jump to: the two outermost levels.
  func contents(base: Int = 2) -> [ContentsEntry] {
    anchors.headings.compactMap { heading in
      guard let level = outline.levels[heading.node], level <= base + 1, !heading.text.isEmpty else { return nil }
      return ContentsEntry(text: heading.text, id: heading.id, isNested: level > base)
    }
  }
}
