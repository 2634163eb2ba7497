package import PostMortems
package import Statistics

/// Incidents by period and severity, the newest period last.
package struct IncidentSeries: Sendable {
  package struct Column: Sendable {
    package let period: Period
    /// Not over when the numbers are made: hatched, and in no test.
    package let isRunning: Bool
    /// Days of the period that had passed, by which a rate is made of the count.
    package let elapsedDays: Int
    /// Positions of the counted incidents, oldest first.
    package let incidents: [Int]
    /// Positions by place in the severities of the series.
    package let bySeverity: [[Int]]
    package let nearMisses: [Int]
    package let drills: [Int]
    /// By place in the settings' exposures; nil where a month is not told, and while the period runs.
    package let exposures: [Double?]

    package var interval: Interval { .garwood(count: incidents.count) }
    package var perDay: Double { Double(incidents.count) / Double(max(elapsedDays, 1)) }
  }

  /// What stands for a severity that is not stated or not on the scale.
  package static let unstated = "not stated"

  package let unit: Period.Unit
  /// The scale of the settings, gravest first, then `unstated`; only those that occur.
  package let severities: [String]
  package let columns: [Column]

  /// The `count` newest periods, the running one included, but none before the first incident's.
  init(_ sample: TrendSample, by unit: Period.Unit, count: Int) {
    let newest = Period(unit, containing: sample.lastDay)
    let first = Period(unit, containing: sample.record.lowerBound)
    var period = max(first, newest.advanced(by: 1 - count))
    var periods: [Period] = []
    while period <= newest {
      periods.append(period)
      period = period.next
    }
    self.init(sample, periods: periods)
  }

  /// The given periods, which are of one unit and oldest first.
  init(_ sample: TrendSample, periods: [Period]) {
    unit = periods.first?.unit ?? .quarter
    let shown = periods.flatMap { sample.incidents(in: $0.days) }
    let used = Set(shown.map { Self.severity(of: sample.postMortem($0)) })
    let severities = (sample.base.settings.severities.map(\.name) + [Self.unstated]).filter(used.contains)
    self.severities = severities
    columns = periods.map { Self.column($0, sample, severities) }
  }

  package static func severity(of postMortem: PostMortem) -> String { postMortem.severity?.name ?? unstated }

  private static func column(_ period: Period, _ sample: TrendSample, _ severities: [String]) -> Column {
    let incidents = sample.incidents(in: period.days)
    let isRunning = period.isRunning(asOf: sample.asOf)
    return Column(
      period: period, isRunning: isRunning,
      elapsedDays: isRunning ? (period.first...sample.lastDay).dayCount : period.length, incidents: incidents,
      bySeverity: severities.map { name in incidents.filter { severity(of: sample.postMortem($0)) == name } },
      nearMisses: sample.nearMisses.filter { period.days.contains(sample.day($0)) },
      drills: sample.drills.filter { period.days.contains(sample.day($0)) },
      exposures: sample.base.settings.exposures.map { isRunning ? nil : $0.total(ofMonths: period.months) })
  }

  package var total: Int { columns.reduce(0) { $0 + $1.incidents.count } }

  package var days: ClosedRange<Day>? {
    guard let first = columns.first, let last = columns.last else { return nil }
    return first.period.first...last.period.first.adding(days: last.elapsedDays - 1)
  }
}
