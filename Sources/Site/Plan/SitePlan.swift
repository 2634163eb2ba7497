package import Diagnostics
package import KnowledgeBase
import PostMortems
package import Templates

/// Everything that a site will hold, before any of it is made.
///
/// The templates are bound first. Where one of them has an error there are no pages: `diagnostics` says why, so that no
/// site ever shows a page with a hole in it.
package struct SitePlan: Sendable {
  /// Sorted by path, each path once.
  package let pages: [PlannedPage]
  /// Sorted by path.
  package let assets: [PlannedAsset]
  /// Pictures and other files that documents link, sorted by path.
  package let copies: [PlannedCopy]
  /// What is wrong with the templates.
  package let diagnostics: [Diagnostic]

  /// - Parameters:
  ///   - findings: what rules found, by file relative to the input; shown on the file's page and counted on the page on
  ///     data quality.
  ///   - pictures: the sizes of linked pictures by their path in the input, so that a page keeps its shape while they
  ///     load.
  ///   - planning: runs groups of pages to be planned, in any order, and gives their results in the groups' order.
  package init(
    _ knowledgeBase: KnowledgeBase, findings: [String: [Diagnostic]] = [:], options: SiteOptions = SiteOptions(),
    pictures: [String: PictureSize] = [:], templates library: TemplateLibrary,
    planning: @escaping PagePlanning = { groups in groups.map { $0() } }
  ) {
    let templates = SiteTemplates(library)
    diagnostics = templates.diagnostics
    assets = library.assetPaths.compactMap { path in
      library.asset(path).map { bytes in
        let bytes = path.hasSuffix(".css") ? Stylesheet.bundled(bytes, sheet: library.asset) : bytes
        return PlannedAsset(path: "assets/\(path)", bytes: bytes)
      }
    }
    guard !DiagnosticCounts(templates.diagnostics).reaches(.error) else {
      pages = []
      copies = []
      return
    }
    let site = SiteSource(knowledgeBase: knowledgeBase, findings: findings, options: options, pictures: pictures)
    pages = PageList(site, templates, skeleton: library.skeleton("incident.md"), planning: planning)
      .pages.sorted { $0.path < $1.path }
    copies = AttachmentCopies.copies(knowledgeBase)
  }
}
