/// Renders nodes as safe HTML in one iterative walk: own tags only, every text escaped, every address judged.
package struct HTMLRenderer<Links: LinkResolver>: Sendable {
  let document: Document
  let links: Links
  let anchors: HeadingAnchors
  let placing: HTMLPlacing

  package init(_ document: Document, links: Links, anchors: HeadingAnchors, headingShift: Int = 0) {
    self.init(document, links: links, anchors: anchors, placing: HTMLPlacing(headingShift: headingShift))
  }

  package init(_ document: Document, links: Links, anchors: HeadingAnchors, placing: HTMLPlacing) {
    self.document = document
    self.links = links
    self.anchors = anchors
    self.placing = placing
  }

  /// Appends the nodes of a range, whole subtrees of siblings; footnote definitions are left to `renderFootnotes`.
  package func render(_ range: Range<Int>, into output: inout [UInt8]) {
    var mentions = FootnoteMentions()
    render(range, mentions: &mentions, into: &output)
  }

  /// As above for a document that is rendered in pieces: the mentions of footnotes are numbered on from piece to piece.
  package func render(_ range: Range<Int>, mentions: inout FootnoteMentions, into output: inout [UInt8]) {
    var walk = HTMLWalk(renderer: self, mentions: mentions)
    walk.run(range, into: &output)
    mentions = walk.mentions
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
      output.append(contentsOf: "<li id=\"\(placing.idPrefix)fn-\(number)\">".utf8)
      render((index + 1)..<document.nodes[index].end, into: &output)
      // The way back stands behind the last words, not on a line of its own.
      let isParagraph = output.suffix(5).elementsEqual("</p>\n".utf8)
      if isParagraph { output.removeLast(5) }
      output.append(
        contentsOf:
          " <a class=\"backref\" href=\"#\(placing.idPrefix)fnref-\(number)\" aria-label=\"Back to text \(number)\">↩</a>\(isParagraph ? "</p>" : "")</li>\n"
          .utf8)
    }
    output.append(contentsOf: "</ol></section>\n".utf8)
  }
}

/// How a document's markup fits into the page around it.
package struct HTMLPlacing: Sendable {
  /// Added to each heading's level, so that a page's own headings come first.
  package var headingShift: Int
  /// Levels of single headings by node, before the shift is asked.
  package var headingLevels: [Int: Int]
  /// Put before every id, so that two documents can share a page.
  package var idPrefix: String
  /// False where a part is shown without the footnotes it mentions.
  package var mentionsFootnotes: Bool

  package init(
    headingShift: Int = 0, headingLevels: [Int: Int] = [:], idPrefix: String = "", mentionsFootnotes: Bool = true
  ) {
    self.headingShift = headingShift
    self.headingLevels = headingLevels
    self.idPrefix = idPrefix
    self.mentionsFootnotes = mentionsFootnotes
  }
}

/// How often each footnote has been mentioned so far, so that every mention has an id of its own.
package struct FootnoteMentions: Sendable {
  private var counts: [Int: Int] = [:]

  package init() {}

  /// The id suffix of the next mention of a footnote: empty for the first.
  mutating func nextSuffix(_ number: Int) -> String {
    counts[number, default: 0] += 1
    let count = counts[number, default: 1]
    return count == 1 ? "" : "-\(count)"
  }
}
