import KnowledgeBase
import Language
import PostMortems
import Templates

/// The list of incidents: all of them where they are few, the newest where they are many, and the years.
struct IncidentIndexView: TemplateView {
  let page: PageFrame
  let total: String
  /// Nil where all are shown.
  let shown: String?
  let years: [YearLink]
  let groups: [IncidentGroup]

  static let schema = ViewSchema<Self>(
    .view("page", \.page), .text("total", \.total), .text("shown", \.shown), .list("years", \.years),
    .list("groups", \.groups))
}

/// The incidents of a year.
struct IncidentGroup: TemplateView {
  let name: String
  let rows: [IncidentRow]

  static let schema = ViewSchema<Self>(.text("name", \.name), .list("rows", \.rows))
}

/// A year with its number of incidents.
struct YearLink: TemplateView {
  let name: String
  let href: String
  let count: String
  let isCurrent: Bool

  static let schema = ViewSchema<Self>(
    .text("name", \.name), .text("href", \.href), .text("count", \.count), .flag("isCurrent", \.isCurrent))
}

/// Builds the list of incidents and its yearly archives.
enum IncidentIndexPage {
  /// More than this make the list a long way to scroll and slow to open.
  static let most = 300

  /// Positions by year, newest first; undated ones apart.
  static func years(_ knowledgeBase: KnowledgeBase) -> [(year: Int?, positions: [Int])] {
    years(of: knowledgeBase.postMortems.indices, knowledgeBase)
  }

  /// Those of some of them.
  static func years(
    of positions: some Sequence<Int>, _ knowledgeBase: KnowledgeBase
  ) -> [(year: Int?, positions: [Int])] {
    let grouped = Dictionary(grouping: positions) { knowledgeBase.postMortems[$0].day?.year }
    return grouped.map { (year: $0.key, positions: $0.value) }.sorted { ($1.year ?? 0) < ($0.year ?? 0) }
  }

  static func view(in site: SiteSource) -> IncidentIndexView {
    let root = SitePaths.root(of: SitePaths.incidents)
    let years = years(site.knowledgeBase)
    let total = site.knowledgeBase.postMortems.count
    var left = total > most ? 100 : total
    let groups: [IncidentGroup] = years.compactMap { year, positions in
      let taken = positions.prefix(left)
      left -= taken.count
      guard !taken.isEmpty else { return nil }
      return IncidentGroup(
        name: year.map(String.init) ?? say("Without a date"), rows: taken.map { IncidentRow($0, site, root: root) })
    }
    return IncidentIndexView(
      page: site.frames.frame(SitePaths.incidents, title: say("Incidents"), area: .incidents),
      total: CountWords.text(total, "post-mortem"), shown: total > most ? say("The newest 100 are listed here.") : nil,
      years: links(years, current: nil, site, root), groups: groups)
  }

  static func links(
    _ years: [(year: Int?, positions: [Int])], current: Int?, _ site: SiteSource, _ root: String
  ) -> [YearLink] {
    years.compactMap { year, positions in
      year.map {
        YearLink(
          name: String($0), href: root + site.paths.year($0), count: CountWords.number(positions.count),
          isCurrent: $0 == current)
      }
    }
  }
}

/// The archive of one year.
struct YearView: TemplateView {
  let page: PageFrame
  let title: String
  let count: String
  let severities: String
  let years: [YearLink]
  let months: [IncidentGroup]

  static let schema = ViewSchema<Self>(
    .view("page", \.page), .text("title", \.title), .text("count", \.count), .text("severities", \.severities),
    .list("years", \.years), .list("months", \.months))
}

/// Builds the archive of one year.
enum YearPage {
  static func view(
    of year: Int, positions: [Int], all: [(year: Int?, positions: [Int])], in site: SiteSource
  ) -> YearView {
    let title = say("Incidents of \(year)")
    let frame = site.frames.frame(site.paths.year(year), title: title, area: .incidents)
    return YearView(
      page: frame, title: title, positions: positions,
      years: IncidentIndexPage.links(all, current: year, site, frame.root), in: site)
  }
}

extension YearView {
  /// - Parameter positions: those of the year, newest first.
  init(page: PageFrame, title: String, positions: [Int], years: [YearLink], in site: SiteSource) {
    let byMonth = Dictionary(grouping: positions) { site.knowledgeBase.postMortems[$0].day?.month ?? 0 }
    let months = byMonth.sorted { $0.key > $1.key }.map { _, positions in
      IncidentGroup(
        name: site.knowledgeBase.postMortems[positions[0]].day.map(DateWords.month) ?? "",
        rows: positions.map { IncidentRow($0, site, root: page.root) })
    }
    self.init(
      page: page, title: title, count: CountWords.text(positions.count, "post-mortem"),
      severities: SeverityCounts.words(positions, site.knowledgeBase), years: years, months: months)
  }
}

/// How many incidents of each severity there are, in words.
enum SeverityCounts {
  /// `2 SEV1, 3 SEV2 and 1 without a severity`; empty for none.
  static func words(_ positions: [Int], _ knowledgeBase: KnowledgeBase) -> String {
    let counts = Dictionary(grouping: positions) { knowledgeBase.postMortems[$0].severity }.mapValues(\.count)
    let known = counts.compactMap { severity, count in severity.map { ($0, count) } }.sorted { $0.0 < $1.0 }
    let unknown = counts[nil] ?? 0
    let words = known.map { "\(CountWords.number($1)) \($0.name)" }
    return CountWords.list(words + (unknown == 0 ? [] : [say("\(CountWords.number(unknown)) without a severity")]))
  }
}
