import KnowledgeBase
import Language
import PostMortems
import Templates

/// The incidents of a cause, a service or a team: all on its page where they are few, else the newest there and each year
/// on a page of its own.
struct IncidentArchive: Sendable {
  /// Of whom they are.
  let name: String
  /// Path of the page that lists them.
  let page: String
  let area: SiteArea
  /// Newest first.
  let positions: [Int]

  /// What a page shows of more than it has room for.
  private static let newest = 100

  private var isLong: Bool { positions.count > IncidentIndexPage.most }

  /// What its own page lists; those without a date are on no page of a year.
  func rows(_ site: SiteSource, root: String) -> [IncidentRow] {
    let undated = positions.filter { site.knowledgeBase.postMortems[$0].day == nil }
    let dated = positions.filter { site.knowledgeBase.postMortems[$0].day != nil }
    return (isLong ? dated.prefix(Self.newest) + undated : positions[...]).map { IncidentRow($0, site, root: root) }
  }

  /// The way to the years; nil where everything is listed.
  func view(_ site: SiteSource, root: String) -> IncidentArchiveView? {
    guard isLong else { return nil }
    return IncidentArchiveView(
      words: say(
        "The newest \(CountWords.number(Self.newest)) of \(CountWords.number(positions.count)); each year has a page."),
      years: links(current: nil, site, root: root))
  }

  /// The pages of its years; none where its own page lists everything.
  func yearPages(_ site: SiteSource) -> [(path: String, view: @Sendable () -> YearView)] {
    guard isLong else { return [] }
    return IncidentIndexPage.years(of: positions, site.knowledgeBase).compactMap { year, positions in
      year.map { year in (path(year), { view(of: year, positions, site) }) }
    }
  }

  private func view(of year: Int, _ positions: [Int], _ site: SiteSource) -> YearView {
    let path = path(year)
    let title = say("\(name): incidents of \(year)")
    let frame = site.frames.frame(path, title: title, area: area, parents: [(text: name, path: page)])
    return YearView(
      page: frame, title: title, positions: positions,
      years: links(current: year, site, root: frame.root), in: site)
  }

  private func links(current: Int?, _ site: SiteSource, root: String) -> [YearLink] {
    IncidentIndexPage.years(of: positions, site.knowledgeBase).compactMap { year, positions in
      year.map {
        YearLink(
          name: String($0), href: root + path($0), count: CountWords.number(positions.count), isCurrent: $0 == current)
      }
    }
  }

  private func path(_ year: Int) -> String { SitePaths.year(year, below: page) }
}

/// That a list goes on elsewhere, and where.
struct IncidentArchiveView: TemplateView {
  let words: String
  let years: [YearLink]

  static let schema = ViewSchema<Self>(.text("words", \.words), .list("years", \.years))
}

extension IncidentArchive {
  init(_ cause: Cause) {
    self.init(name: cause.title, page: SitePaths.cause(cause.slug), area: .causes, positions: cause.occurrences)
  }

  init(_ service: ServiceHistory) {
    self.init(
      name: service.entry.title, page: SitePaths.service(service.slug), area: .services,
      positions: service.postMortems)
  }

  init(_ team: TeamHistory) {
    self.init(name: team.entry.title, page: SitePaths.team(team.slug), area: .teams, positions: team.postMortems)
  }

  /// All that the site has.
  static func all(_ base: KnowledgeBase) -> [IncidentArchive] {
    base.causes.all.map(Self.init) + base.services.map(Self.init) + base.teams.map(Self.init)
  }
}
