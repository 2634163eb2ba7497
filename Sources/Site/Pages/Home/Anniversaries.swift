import Diagnostics
import KnowledgeBase
import Language
import PostMortems
import Templates

/// Incidents of other years that began on this day of the year, or within three days of it.
struct AnniversaryList: TemplateView {
  let heading: String
  let rows: [Anniversary]

  static let schema = ViewSchema<Self>(.text("heading", \.heading), .list("rows", \.rows))

  /// How many days before and after still count: a week in all.
  static let reach = 3

  /// The nearest first, and of those the newest; nil where there is none.
  init?(_ site: SiteSource, limit: Int = 4) {
    let knowledgeBase = site.knowledgeBase
    let found = knowledgeBase.postMortems.indices.compactMap { position -> (position: Int, distance: Int)? in
      let postMortem = knowledgeBase.postMortems[position]
      guard postMortem.kind == .incident, postMortem.status == .published, let day = postMortem.day else { return nil }
      return Self.distance(day, knowledgeBase.asOf).map { (position, $0) }
    }
    guard !found.isEmpty else { return nil }
    let nearest = found.sorted { (abs($0.distance), $0.position) < (abs($1.distance), $1.position) }
    rows = nearest.prefix(limit).map { Anniversary($0.position, distance: $0.distance, site) }
    heading = nearest.allSatisfy { $0.distance == 0 } ? say("On this day") : say("This week in other years")
  }

  /// Days from the nearest return of a day to another one, negative before it; nil where they lie apart or the day is
  /// less than half a year old. A leap day returns on 28 February.
  static func distance(_ day: Day, _ asOf: Day) -> Int? {
    guard asOf.daysSinceEpoch - day.daysSinceEpoch > 180 else { return nil }
    return (asOf.year - 1...asOf.year + 1).compactMap { year -> Int? in
      let anniversary = Day(year: year, month: day.month, day: day.day) ?? Day(year: year, month: 2, day: 28)
      return anniversary.map { $0.daysSinceEpoch - asOf.daysSinceEpoch }
    }.filter { abs($0) <= reach }.min { abs($0) < abs($1) }
  }
}

/// One such incident with the time since then.
struct Anniversary: TemplateView {
  let incident: IncidentRow
  let when: String

  static let schema = ViewSchema<Self>(.view("incident", \.incident), .text("when", \.when))

  init(_ position: Int, distance: Int, _ site: SiteSource) {
    incident = IncidentRow(position, site, root: "")
    let day = site.knowledgeBase.postMortems[position].day ?? site.knowledgeBase.asOf
    let asOf = site.knowledgeBase.asOf
    let years = asOf.adding(days: distance).year - day.year
    let ago = CountWords.text(years, "year")
    when =
      switch distance {
      case 0: say("On this day \(ago) ago.")
      case ..<0: say("\(ago) and \(CountWords.text(-distance, "day")) ago.")
      default: say("In \(CountWords.text(distance, "day")) it will be \(ago) ago.")
      }
  }
}
