import Statistics
import Testing

@Suite struct TChartTests {
  private func chart(gaps: [Double]) throws -> TChart {
    try #require(TChart(eventDays: gaps.reduce(into: [100]) { $0.append(($0.last ?? 0) + $1) }))
  }

  @Test func listsTheDaysBetweenEvents() throws {
    #expect(try #require(TChart(eventDays: [40, 9, 9, 14.5])).gaps == [0, 5.5, 25.5])
    #expect(TChart(eventDays: [3])?.gaps == [])
    #expect(TChart(eventDays: [])?.gaps == [])
    #expect(TChart(eventDays: [.nan]) == nil)
  }

  @Test func drawsLimitsThroughNelsonsTransformation() throws {
    let gaps: [Double] = [20, 25, 22, 30, 18, 24, 26, 21, 28, 23]
    let limits = try #require(chart(gaps: gaps + gaps).limits)
    #expect(agrees(limits.centre, 23.5141))
    #expect(agrees(limits.lower, 11.5415))
    #expect(agrees(limits.upper, 42.5872))
  }

  @Test func hasNoLowerLimitBelowZero() throws {
    let chart = try chart(gaps: [9, 5, 26, 1, 29, 1, 0, 32, 27, 3, 27, 41, 4, 35, 20, 2, 38, 33, 7, 31])
    let limits = try #require(chart.limits)
    #expect(agrees(limits.centre, 11.6596))
    #expect(limits.lower == nil)
    #expect(agrees(limits.upper, 265.6757))
    #expect(chart.signal(0) == .within)
    #expect(chart.signal(265) == .within)
    #expect(chart.signal(266) == .longer)
  }

  @Test func signalsAGapThatIsTooShort() throws {
    let gaps: [Double] = [20, 25, 22, 30, 18, 24, 26, 21, 28, 23]
    #expect(try chart(gaps: gaps + gaps).signal(11) == .shorter)
    #expect(try chart(gaps: gaps + gaps).signal(12) == .within)
  }

  @Test func drawsNoLimitsBelowTwentyEvents() throws {
    let short = try chart(gaps: [Double](repeating: 10, count: 18))
    #expect(short.limits == nil)
    #expect(short.signal(1000) == nil)
    #expect(try chart(gaps: [Double](repeating: 10, count: 19)).limits != nil)
  }

  @Test func suitsFewerThanTwoEventsAMonth() {
    #expect(TChart.suits(count: 23, days: 365))
    #expect(!TChart.suits(count: 24, days: 365))
    #expect(!TChart.suits(count: 0, days: 0))
  }

  /// Gaps of a constant rate rarely leave the limits.
  @Test func seldomSignalsWithoutAChange() throws {
    var numbers = RepeatableNumbers(seed: 5)
    var (signals, total) = (0, 0)
    for _ in 0..<200 {
      let day = (0..<60).map { _ in numbers.next() * 1000 }
      let chart = try #require(TChart(eventDays: day))
      signals += chart.gaps.count { chart.signal($0) != .within }
      total += chart.gaps.count
    }
    #expect(Double(signals) / Double(total) < 0.01)
  }
}
