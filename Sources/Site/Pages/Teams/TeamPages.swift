import Diagnostics
import KnowledgeBase
import Language
import PostMortems
import Templates

/// Builds the index of teams.
enum TeamIndexPage {
  static func view(in site: SiteSource) -> CatalogueIndexView {
    let root = SitePaths.root(of: SitePaths.teams)
    // By name: an order by number of incidents would read as a ranking.
    let teams = site.knowledgeBase.teams.sorted { ($0.entry.title, $0.slug) < ($1.entry.title, $1.slug) }
    return CatalogueIndexView(
      page: site.frames.frame(SitePaths.teams, title: say("Teams"), area: .teams),
      rows: teams.map { CatalogueRow($0, site, root: root) })
  }
}

/// The page of one team: what it owns and what it promised.
struct TeamView: TemplateView {
  let page: PageFrame
  let title: String
  let description: String
  let services: [CatalogueRow]
  let history: String
  let severities: String
  let promises: String
  let board: String?
  let calendar: String?
  let feed: String
  let causes: [CountRow]
  let openActions: ActionTable?
  let incidents: [IncidentRow]
  let archive: IncidentArchiveView?

  static let schema = ViewSchema<Self>(
    .view("page", \.page), .text("title", \.title), .text("description", \.description),
    .list("services", \.services), .text("history", \.history), .text("severities", \.severities),
    .text("promises", \.promises), .text("board", \.board), .text("calendar", \.calendar), .text("feed", \.feed),
    .list("causes", \.causes),
    .view("openActions", \.openActions),
    .list("incidents", \.incidents), .view("archive", \.archive))
}

/// Builds the page of one team.
enum TeamPage {
  static func view(of team: TeamHistory, in site: SiteSource) -> TeamView {
    let path = SitePaths.team(team.slug)
    let root = SitePaths.root(of: path)
    let entries = site.knowledgeBase.actions.entries.filter { $0.isPromise && $0.team == team.entry.slug }
    let archive = IncidentArchive(team)
    return TeamView(
      page: site.frames.frame(path, title: team.entry.title, area: .teams, forms: .feeds(.team(team))),
      title: team.entry.title,
      description: team.entry.description,
      services: team.services.compactMap { site.service($0) }.map { CatalogueRow($0, site, root: root) },
      history: HistoryWords.text(team.postMortems, site.knowledgeBase),
      severities: SeverityCounts.words(team.postMortems, site.knowledgeBase), promises: promises(entries),
      board: entries.contains { ActionBoard.isCurrent($0, asOf: site.knowledgeBase.asOf) }
        ? root + SitePaths.board(SitePaths.teamBoards(team.slug), page: 0) : nil,
      calendar: entries.contains { $0.standing == .promised } ? root + SitePaths.calendar(ofTeam: team.slug) : nil,
      feed: root + FeedScope.team(team).atom, causes: Tallies.causes(of: team.postMortems, site, root: root),
      openActions: ActionTable(open: entries, site, root: root),
      incidents: archive.rows(site, root: root), archive: archive.view(site, root: root))
  }

  private static func promises(_ entries: [LedgerEntry]) -> String {
    guard !entries.isEmpty else { return say("No action item of its own is recorded.") }
    let open = entries.filter(\.isOpen)
    let overdue = open.filter { $0.overdueDays != nil }.count
    let dated = entries.filter { $0.item.state == .done && $0.item.done != nil && $0.item.due != nil }
    let inTime = dated.filter { entry in
      guard let done = entry.item.done?.value, let due = entry.item.due?.value else { return false }
      return done <= due
    }
    var words = say("\(CountWords.text(open.count, "action item")) open")
    if overdue > 0 { words = say("\(words), \(CountWords.number(overdue)) of them overdue") }
    words = say("\(words); \(CountWords.number(entries.filter { $0.item.state == .done }.count)) done")
    if !dated.isEmpty { words = say("\(words), \(inTime.count) of \(dated.count) with both dates in time") }
    return words + "."
  }
}
