import KnowledgeBase
import Language
import PostMortems
import Templates

/// A service or a team as one line of its index.
struct CatalogueRow: TemplateView {
  let name: LinkView
  let description: String
  let team: LinkView?
  let count: String
  let lastSeen: TimeView?
  let strip: [UInt8]?

  static let schema = ViewSchema<Self>(
    .view("name", \.name), .text("description", \.description), .view("team", \.team), .text("count", \.count),
    .view("lastSeen", \.lastSeen), .html("strip", \.strip))
}

extension CatalogueRow {
  init(_ service: ServiceHistory, _ site: SiteSource, root: String) {
    name = LinkView(service.entry.title, href: root + SitePaths.service(service.slug))
    description = service.entry.description
    team = service.entry.team.map { CatalogueLinks.team($0, site, root: root) }
    count = CountWords.text(service.postMortems.count, "incident")
    lastSeen = service.postMortems.compactMap { site.knowledgeBase.postMortems[$0].day }.max().map { TimeView($0) }
    strip = service.postMortems.isEmpty ? nil : StripDrawing.svg(service.postMortems, site)
  }

  init(_ team: TeamHistory, _ site: SiteSource, root: String) {
    name = LinkView(team.entry.title, href: root + SitePaths.team(team.slug))
    description = team.entry.description
    self.team = nil
    count = CountWords.text(team.postMortems.count, "incident")
    lastSeen = team.postMortems.compactMap { site.knowledgeBase.postMortems[$0].day }.max().map { TimeView($0) }
    strip = team.postMortems.isEmpty ? nil : StripDrawing.svg(team.postMortems, site)
  }
}

/// The index of services, and of teams.
struct CatalogueIndexView: TemplateView {
  let page: PageFrame
  let rows: [CatalogueRow]

  static let schema = ViewSchema<Self>(.view("page", \.page), .list("rows", \.rows))
}

/// Builds the index of services.
enum ServiceIndexPage {
  static func view(in site: SiteSource) -> CatalogueIndexView {
    let root = SitePaths.root(of: SitePaths.services)
    let services = site.knowledgeBase.services.sorted {
      ($1.postMortems.count, $0.entry.slug) < ($0.postMortems.count, $1.entry.slug)
    }
    return CatalogueIndexView(
      page: site.frames.frame(SitePaths.services, title: say("Services"), area: .services),
      rows: services.map { CatalogueRow($0, site, root: root) })
  }
}

/// The page of one service.
struct ServiceView: TemplateView {
  let page: PageFrame
  let title: String
  let description: String
  let team: LinkView?
  let history: String
  let severities: String
  let chart: OccurrenceChartView?
  let causes: [CountRow]
  let neighbours: [CountRow]
  /// What a newcomer should read; empty where there is little to choose from.
  let readings: [Reading]
  let openActions: ActionTable?
  let board: String?
  let feed: String
  let incidents: [IncidentRow]
  let archive: IncidentArchiveView?

  static let schema = ViewSchema<Self>(
    .view("page", \.page), .text("title", \.title), .text("description", \.description), .view("team", \.team),
    .text("history", \.history), .text("severities", \.severities), .view("chart", \.chart),
    .list("causes", \.causes), .list("neighbours", \.neighbours), .list("readings", \.readings),
    .view("openActions", \.openActions), .text("board", \.board), .text("feed", \.feed),
    .list("incidents", \.incidents), .view("archive", \.archive))
}

/// Builds the page of one service.
enum ServicePage {
  static func view(of service: ServiceHistory, in site: SiteSource) -> ServiceView {
    let path = SitePaths.service(service.slug)
    let root = SitePaths.root(of: path)
    let positions = service.postMortems
    let archive = IncidentArchive(service)
    return ServiceView(
      page: site.frames.frame(path, title: service.entry.title, area: .services, forms: .feeds(.service(service))),
      title: service.entry.title,
      description: service.entry.description,
      team: service.entry.team.map { CatalogueLinks.team($0, site, root: root) },
      history: HistoryWords.text(positions, site.knowledgeBase),
      severities: SeverityCounts.words(positions, site.knowledgeBase),
      chart: OccurrenceDrawing(positions, site.knowledgeBase)?.view(),
      causes: Tallies.causes(of: positions, site, root: root),
      neighbours: Tallies.services(of: positions, except: service.entry.slug, site, root: root),
      readings: ReadingList.readings(of: positions, site, root: root),
      openActions: Tallies.openActions(of: positions, site, root: root),
      board: positions.contains { hasCurrentActions($0, site.knowledgeBase) }
        ? root + SitePaths.board(SitePaths.serviceBoards(service.slug), page: 0) : nil,
      feed: root + FeedScope.service(service).atom,
      incidents: archive.rows(site, root: root), archive: archive.view(site, root: root))
  }
}

extension ServicePage {
  private static func hasCurrentActions(_ position: Int, _ base: KnowledgeBase) -> Bool {
    base.actions.items(of: position).contains { ActionBoard.isCurrent($0, asOf: base.asOf) }
  }
}

/// When something was touched by incidents, in a sentence.
enum HistoryWords {
  static func text(_ positions: [Int], _ knowledgeBase: KnowledgeBase) -> String {
    guard !positions.isEmpty else { return say("No incident is recorded.") }
    let days = positions.compactMap { knowledgeBase.postMortems[$0].day }
    let count = CountWords.text(positions.count, "incident")
    guard let first = days.min(), let last = days.max() else { return count + "." }
    if positions.count == 1 { return say("\(count), on \(DateWords.long(last)).") }
    return say("\(count), the first on \(DateWords.long(first)), the last on \(DateWords.long(last)).")
  }
}
