internal import PostMortems
package import Statistics

/// Two neighbouring full periods against each other.
package struct PeriodComparison: Sendable {
  package let earlier: IncidentSeries.Column
  package let later: IncidentSeries.Column
  package let test: TwoPeriodTest

  /// The two newest full periods of a series; nothing while the record does not reach back to two.
  init?(_ series: IncidentSeries) {
    let full = series.columns.filter { !$0.isRunning }
    guard full.count >= 2 else { return nil }
    self.init(earlier: full[full.count - 2], later: full[full.count - 1])
  }

  /// A period against the one before; nothing where one is running or lies before the record.
  init?(_ sample: TrendSample, later: Period) {
    let earlier = later.previous
    guard !later.isRunning(asOf: sample.asOf), earlier.last >= sample.record.lowerBound else { return nil }
    let series = IncidentSeries(sample, periods: [earlier, later])
    self.init(earlier: series.columns[0], later: series.columns[1])
  }

  private init?(earlier: IncidentSeries.Column, later: IncidentSeries.Column) {
    self.earlier = earlier
    self.later = later
    guard let test = TwoPeriodTest(earlier: Self.period(earlier), later: Self.period(later)) else { return nil }
    self.test = test
  }

  private static func period(_ column: IncidentSeries.Column) -> TwoPeriodTest.Period {
    TwoPeriodTest.Period(count: column.incidents.count, exposure: Double(column.elapsedDays))
  }

  /// The same test by an exposure in place of the days; nil where it is not told for both.
  ///
  /// - Parameter place: the exposure's place in the settings.
  package func test(byExposure place: Int) -> TwoPeriodTest? {
    guard let first = earlier.exposures[place], let second = later.exposures[place] else { return nil }
    return TwoPeriodTest(
      earlier: .init(count: earlier.incidents.count, exposure: first),
      later: .init(count: later.incidents.count, exposure: second))
  }

  package var rows: [Int] { earlier.incidents + later.incidents }
}
