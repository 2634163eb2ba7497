internal import Diagnostics
package import PostMortems

/// The post-mortems that the numbers of a scope are made of, and those that they leave out.
package struct TrendSample: Sendable {
  package let facts: TrendFacts
  package let scope: TrendScope
  /// The day by which periods are over or running: the day of the build, or the first after a year that is over.
  package let asOf: Day
  /// The last day that the numbers are about.
  package let lastDay: Day
  /// Positions of the published incidents with a day up to the day of the build, oldest first.
  package let incidents: [Int]
  /// Whether their days ascend: two of neighbouring days in zones far apart may be in another order than their instants.
  private let isByDay: Bool
  /// Positions of the published near misses, oldest first: more of them reported is good news.
  package let nearMisses: [Int]
  /// Positions of the published drills, oldest first.
  package let drills: [Int]
  /// Positions of what is still a draft or in review.
  package let unpublished: [Int]
  package let undated: [Int]
  package let later: [Int]

  package init(_ facts: TrendFacts, scope: TrendScope = .everything) {
    let base = facts.base
    self.facts = facts
    self.scope = scope
    lastDay = Self.lastDay(of: scope, base)
    asOf = lastDay < base.asOf ? lastDay.adding(days: 1) : base.asOf
    let inScope = base.postMortems.indices.filter { scope.contains(base.postMortems[$0]) }
    unpublished = inScope.filter { base.postMortems[$0].status != .published }
    let published = inScope.filter { base.postMortems[$0].status == .published }
    undated = published.filter { base.postMortems[$0].day == nil }
    later = published.filter { base.postMortems[$0].day.map { $0 > base.asOf } ?? false }
    let dated = published.filter { base.postMortems[$0].day.map { $0 <= base.asOf } ?? false }
    func oldestFirst(_ kind: PostMortem.Kind) -> [Int] {
      Array(dated.filter { base.postMortems[$0].kind == kind }.reversed())
    }
    let incidents = oldestFirst(scope.kind)
    self.incidents = incidents
    isByDay = zip(incidents, incidents.dropFirst()).allSatisfy { (earlier, later) in
      base.postMortems[earlier].day.map { day in base.postMortems[later].day.map { day <= $0 } ?? true } ?? true
    }
    nearMisses = scope.kind == .nearMiss ? [] : oldestFirst(.nearMiss)
    drills = scope.kind == .drill ? [] : oldestFirst(.drill)
  }

  package var base: KnowledgeBase { facts.base }

  /// Positions of all published incidents with a day up to the day of the build, oldest first.
  static func countedIncidents(_ base: KnowledgeBase) -> [Int] {
    base.postMortems.indices.reversed().filter { position in
      let postMortem = base.postMortems[position]
      return postMortem.status == .published && postMortem.kind == .incident
        && postMortem.day.map { $0 <= base.asOf } ?? false
    }
  }

  private static func lastDay(of scope: TrendScope, _ base: KnowledgeBase) -> Day {
    guard case .year(let year) = scope, let last = Day(year: year, month: 12, day: 31) else { return base.asOf }
    return min(last, base.asOf)
  }

  package func postMortem(_ position: Int) -> PostMortem { base.postMortems[position] }

  /// The day of a counted position; the epoch cannot occur, since undated ones are never counted.
  package func day(_ position: Int) -> Day { base.postMortems[position].day ?? Day(daysSinceEpoch: 0) }

  package func incidents(in days: ClosedRange<Day>) -> [Int] {
    guard isByDay else { return incidents.filter { days.contains(day($0)) } }
    let start = incidents.partitioningIndex { day($0) >= days.lowerBound }
    return Array(incidents[start...].prefix { day($0) <= days.upperBound })
  }

  /// Why post-mortems of some days do not count, without the reasons of a single number; undated ones belong to any.
  package func excluded(in days: ClosedRange<Day>) -> [Exclusion] {
    func count(_ positions: [Int]) -> Int {
      positions.count { position in base.postMortems[position].day.map(days.contains) ?? true }
    }
    return [
      Exclusion("drill, counted apart", count(drills)), Exclusion("near miss, counted apart", count(nearMisses)),
      Exclusion("not published", count(unpublished)), Exclusion("no date", undated.count),
      Exclusion("dated after the as-of day", days.upperBound >= asOf ? later.count : 0),
    ].filter { $0.count > 0 }
  }

  /// The same for the whole record.
  package var excluded: [Exclusion] { excluded(in: record) }

  /// From the first counted incident to the day of the build; only that day where there is none.
  package var record: ClosedRange<Day> { (firstDay ?? lastDay)...lastDay }

  private var firstDay: Day? {
    if case .year(let year) = scope, let first = Day(year: year, month: 1, day: 1), first <= lastDay { return first }
    return incidents.first.map(day)
  }

  /// The days to which a share or a list of kinds looks back: the last 365, or the whole record while those hold fewer
  /// than twenty incidents.
  package var window: ClosedRange<Day> {
    let year = lastDay.adding(days: -364)...lastDay
    return incidents(in: year).count >= 20 ? year : record
  }
}
