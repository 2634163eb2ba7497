import Diagnostics
import Markdown
import PostMortems

/// A section of a document, rendered away from the document's own page.
enum SectionExcerpt {
  /// Nil where the section has no words.
  ///
  /// - Parameters:
  ///   - home: the path of the page on which the document's own fragments are.
  ///   - prefix: put before every id, so that several excerpts can share a page.
  static func html(
    _ section: Section, of document: Document, home: String, prefix: String, site: SiteSource, root: String, level: Int
  ) -> [UInt8]? {
    let anchors = HeadingAnchors(document)
    let inside = anchors.headings.filter { section.content.contains($0.node) }
    let links = DocumentLinks(site: site, file: document.source.path, anchors: nil, root: root, home: home)
    let renderer = HTMLRenderer(
      document, links: links, anchors: anchors,
      placing: HTMLPlacing(
        headingLevels: HeadingOutline(inside, base: level).levels, idPrefix: prefix, mentionsFootnotes: false))
    var output: [UInt8] = []
    renderer.render(section.content, into: &output)
    return RenderedText.hasWords(output) ? output : nil
  }
}
