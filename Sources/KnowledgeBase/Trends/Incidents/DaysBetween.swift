package import PostMortems
package import Statistics

/// The days from one incident to the next: for rare events they say more than counts per month.
package struct DaysBetween: Sendable {
  /// Which incidents are looked at: all of them while they are rare, else the gravest alone.
  package let severity: String?
  /// Oldest first.
  package let incidents: [Int]
  package let days: [Day]
  /// Absent while there are fewer than two incidents.
  package let chart: TChart?
  /// From the newest incident to the day of the build.
  package let daysSinceLast: Int?

  init(_ sample: TrendSample) {
    let isRare = TChart.suits(count: sample.incidents.count, days: Double(sample.record.dayCount))
    let gravest = sample.base.settings.severities.first?.name
    let severity = isRare ? nil : gravest
    self.severity = severity
    incidents = sample.incidents.filter { severity == nil || sample.postMortem($0).severity?.name == severity }
    days = incidents.map(sample.day)
    chart = incidents.count >= 2 ? TChart(eventDays: days.map { Double($0.daysSinceEpoch) }) : nil
    daysSinceLast = days.last.map { sample.asOf.daysSinceEpoch - $0.daysSinceEpoch }
  }

  /// Median and interval of the gaps, in days.
  package var gaps: OrderStatistics? { chart.flatMap { OrderStatistics($0.gaps) } }

  package var what: String { severity.map { "\($0) incidents" } ?? "incidents" }
}
