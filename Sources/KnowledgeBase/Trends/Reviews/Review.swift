internal import Diagnostics
internal import PostMortems
internal import Statistics

/// What a period leaves to talk about: what hurt, what came back, what was promised and kept, what to decide.
package struct Review: Sendable {
  package let period: Period
  package let isRunning: Bool
  /// Gravest first, then by minutes of impact, then oldest first.
  package let incidents: [Int]
  package let nearMisses: [Int]
  package let drills: [Int]
  /// Against the period of equal unit before; absent while either is running or before the record.
  package let comparison: PeriodComparison?
  package let impact: CustomerImpact
  /// Incidents whose cause had struck within the year before.
  package let recurrences: Recurrences
  package let brokenPromises: [BrokenPromise]
  /// Causes that struck after an action item against them was done, by name.
  package let outlasting: [String]
  /// What the period's post-mortems promised.
  package let promised: PromiseRecord
  /// Places in the ledger of items, of whatever age, done during the period.
  package let kept: [Int]
  /// Places in the ledger of items that fell due during the period and are not done, latest first.
  package let missed: [Int]
  /// Action items that reports on other organisations list: nobody here promised them.
  package let reported: Int
  /// Causes that struck again here in the period and have no open action item against them, by name.
  package let unanswered: [String]

  package init(_ trends: Trends, period: Period) {
    let sample = trends.sample
    self.period = period
    isRunning = period.isRunning(asOf: sample.asOf)
    let days = period.days
    let impact = CustomerImpact(sample, days: days)
    self.impact = impact
    incidents = Self.gravestFirst(sample.incidents(in: days), impact, sample)
    nearMisses = sample.nearMisses.filter { days.contains(sample.day($0)) }
    drills = sample.drills.filter { days.contains(sample.day($0)) }
    comparison = PeriodComparison(sample, later: period)
    recurrences = Recurrences(sample, days: days)
    let broken = BrokenPromises(sample, days: days).rows
    brokenPromises = broken
    outlasting = Set(broken.filter { $0.state == .done }.map { $0.cause(in: sample.facts) }).sorted()
    promised = PromiseRecord(sample, days: days)
    let ledger = sample.base.actions.entries
    kept = trends.promises.done.filter { ledger[$0].item.done.map { days.contains($0.value) } ?? false }
    missed = trends.promises.overdue.filter { ledger[$0].item.due.map { days.contains($0.value) } ?? false }
    reported = promised.excluded.reduce(0) { $0 + $1.count }
    let own = recurrences.recurring.filter { !sample.postMortem($0.position).isExternal }
    unanswered = Set(own.compactMap(\.earlier?.cause)).sorted().filter { cause in
      !trends.causePromises.entries(for: cause).contains { ledger[$0].isOpen }
    }
  }

  private static func gravestFirst(_ positions: [Int], _ impact: CustomerImpact, _ sample: TrendSample) -> [Int] {
    let minutes = Dictionary(impact.rows.map { ($0.position, $0.minutes) }, uniquingKeysWith: { first, _ in first })
    func key(_ position: Int) -> (Int, Double, Int) {
      (sample.postMortem(position).severity?.rank ?? .max, -(minutes[position] ?? 0), -position)
    }
    return positions.sorted { key($0) < key($1) }
  }

  /// The quarters and years of the record with an incident, newest first, years after quarters.
  package static func periods(of sample: TrendSample) -> [Period] {
    [Period.Unit.quarter, .year].flatMap { unit in
      Set(sample.incidents.map { Period(unit, containing: sample.day($0)) }).sorted(by: >)
    }
  }
}
