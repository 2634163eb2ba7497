import Markdown
import PostMortems

/// A named part of a cause record, rendered away from its own page or on it.
enum CauseSection {
  /// The content of the first section with a role; nil where there is none or it is empty.
  static func html(_ role: SectionRole, of record: CauseRecord, site: SiteSource, root: String, level: Int) -> [UInt8]?
  {
    guard let section = record.section(role) else { return nil }
    return SectionExcerpt.html(
      section, of: record.document, home: SitePaths.cause(record.slug), prefix: "cause.\(record.slug).", site: site,
      root: root, level: level)
  }
}
