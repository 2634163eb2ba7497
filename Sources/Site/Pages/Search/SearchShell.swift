import Diagnostics
import KnowledgeBase
import Language
import PostMortems
import Templates

/// The page of search: its form, and lists to browse while nothing is typed and where scripts do not run.
struct SearchShellView: TemplateView {
  let page: PageFrame
  let severities: [String]
  let years: [YearLink]
  let services: [LinkView]
  let teams: [LinkView]
  let causes: [LinkView]
  let detections: [String]

  static let schema = ViewSchema<Self>(
    .view("page", \.page), .list("severities", \.severities).extra, .list("years", \.years).extra,
    .list("services", \.services), .list("teams", \.teams).extra, .list("causes", \.causes),
    .list("detections", \.detections).extra)
}

/// Builds the page of search.
enum SearchShell {
  /// How many of the most frequent causes and services are offered; the rest is a page away.
  private static let listed = 10

  static func view(in site: SiteSource) -> SearchShellView {
    let root = SitePaths.root(of: SitePaths.search)
    let knowledgeBase = site.knowledgeBase
    let services = knowledgeBase.services.sorted {
      ($1.postMortems.count, $0.entry.slug) < ($0.postMortems.count, $1.entry.slug)
    }
    let detections = Set(knowledgeBase.postMortems.compactMap { $0.fields.detection?.source?.value })
    return SearchShellView(
      page: site.frames.frame(SitePaths.search, title: say("Search")),
      severities: knowledgeBase.settings.severities.map(\.name),
      years: IncidentIndexPage.links(IncidentIndexPage.years(knowledgeBase), current: nil, site, root),
      services: services.prefix(listed).map { CatalogueLinks.service($0.entry.slug, site, root: root) },
      teams: knowledgeBase.teams.map { CatalogueLinks.team($0.entry.slug, site, root: root) },
      causes: knowledgeBase.causes.all.prefix(listed).map { LinkView($0.title, href: root + SitePaths.cause($0.slug)) },
      detections: detections.sorted())
  }
}
