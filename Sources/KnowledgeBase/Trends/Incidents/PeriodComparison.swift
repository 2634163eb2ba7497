internal import PostMortems
package import Statistics

/// The two newest full quarters against each other.
package struct PeriodComparison: Sendable {
  package let earlier: IncidentSeries.Column
  package let later: IncidentSeries.Column
  package let test: TwoPeriodTest

  /// Nothing while the record does not reach back to two full quarters.
  init?(_ series: IncidentSeries) {
    let full = series.columns.filter { !$0.isRunning }
    guard full.count >= 2 else { return nil }
    earlier = full[full.count - 2]
    later = full[full.count - 1]
    guard let test = TwoPeriodTest(earlier: Self.period(earlier), later: Self.period(later)) else { return nil }
    self.test = test
  }

  private static func period(_ column: IncidentSeries.Column) -> TwoPeriodTest.Period {
    TwoPeriodTest.Period(count: column.incidents.count, exposure: Double(column.elapsedDays))
  }

  package var rows: [Int] { earlier.incidents + later.incidents }
}
