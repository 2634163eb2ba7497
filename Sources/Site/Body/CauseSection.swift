import Markdown
import PostMortems

/// A named part of a cause record, rendered away from its own page or on it.
enum CauseSection {
  /// The content of the first section with a role; nil where there is none or it is empty.
  static func html(_ role: SectionRole, of record: CauseRecord, site: SiteSource, root: String, level: Int) -> [UInt8]?
  {
    guard let section = record.section(role) else { return nil }
    let anchors = HeadingAnchors(record.document)
    let inside = anchors.headings.filter { section.content.contains($0.node) }
    let links = DocumentLinks(
      site: site, file: record.file, anchors: nil, root: root, home: SitePaths.cause(record.slug))
    let renderer = HTMLRenderer(
      record.document, links: links, anchors: anchors,
      placing: HTMLPlacing(
        headingLevels: HeadingOutline(inside, base: level).levels, idPrefix: "cause.\(record.slug).",
        mentionsFootnotes: false
      ))
    var output: [UInt8] = []
    renderer.render(section.content, into: &output)
    return RenderedText.hasWords(output) ? output : nil
  }
}
