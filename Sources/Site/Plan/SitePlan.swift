package import Diagnostics
package import KnowledgeBase
package import Language
import PostMortems
package import Templates

/// Everything that a site will hold, before any of it is made.
///
/// The templates are bound first. Where one of them has an error there are no pages: `diagnostics` says why, so that no
/// site ever shows a page with a hole in it.
package struct SitePlan: Sendable {
  /// The pages that are known without any of the numbers of the trends.
  package let firstPages: [PlannedPage]
  private let counted: MadeOnce<[PlannedPage]>
  /// The others; planning them counts everything once, when they are first asked for.
  package var countedPages: [PlannedPage] { counted.value }
  /// Sorted by path, each path once.
  package var pages: [PlannedPage] { (firstPages + countedPages).sorted { $0.path < $1.path } }
  /// Sorted by path.
  package let assets: [PlannedAsset]
  /// Pictures and other files that documents link, sorted by path.
  package let copies: [PlannedCopy]
  /// What is wrong with the templates.
  package let diagnostics: [Diagnostic]

  /// - Parameters:
  ///   - findings: what rules found, in files relative to the input; shown on the file's page and counted on the page on
  ///     data quality.
  ///   - pictures: the sizes of linked pictures by their path in the input, so that a page keeps its shape while they
  ///     load.
  ///   - reading: the language of the pages, with what is wrong with its file.
  ///   - planning: runs groups of pages to be planned, in any order, and gives their results in the groups' order.
  package init(
    _ knowledgeBase: KnowledgeBase, findings: DiagnosticsByFile = DiagnosticsByFile(),
    options: SiteOptions = SiteOptions(),
    pictures: [String: PictureSize] = [:], templates library: TemplateLibrary,
    language reading: LanguageReader.Reading = .english,
    planning: @escaping PagePlanning = { groups in groups.map { $0() } }
  ) {
    let language = reading.language
    let templates = SiteTemplates(library, in: language)
    diagnostics = templates.diagnostics + reading.diagnostics
    assets = library.assetPaths.compactMap { path in
      library.asset(path).map { bytes in
        PlannedAsset(path: "assets/\(path)", bytes: Self.asset(path, bytes, library, language))
      }
    }
    guard !DiagnosticCounts(diagnostics).reaches(.error) else {
      (firstPages, copies, counted) = ([], [], MadeOnce { [] })
      return
    }
    let list = Language.$current.withValue(language) {
      let site = SiteSource(knowledgeBase: knowledgeBase, findings: findings, options: options, pictures: pictures)
      return PageList(site, templates, skeleton: library.skeleton("incident.md"))
    }
    firstPages = list.pages.map { $0.said(in: language) }
    counted = MadeOnce {
      let pages = Language.$current.withValue(language) {
        list.counted { groups in
          planning(groups.map { group in { Language.$current.withValue(language, operation: group) } })
        }
      }
      return pages.map { $0.said(in: language) }
    }
    copies = AttachmentCopies.copies(knowledgeBase)
  }

  private static func asset(
    _ path: String, _ bytes: [UInt8], _ library: TemplateLibrary, _ language: Language
  ) -> [UInt8] {
    if path.hasSuffix(".css") { return Stylesheet.bundled(bytes, sheet: library.asset) }
    return path.hasSuffix(".js") ? ScriptWords.written(into: bytes, in: language) : bytes
  }
}
