import Statistics
import Testing

@Suite struct OrderStatisticsTests {
  private func sample(_ count: Int) throws -> OrderStatistics {
    try #require(OrderStatistics((1...count).reversed().map(Double.init)))
  }

  @Test(arguments: [
    (6, 1, 6, 0.9688), (7, 1, 7, 0.9844), (10, 2, 9, 0.9785), (20, 6, 15, 0.9586), (50, 18, 33, 0.9672),
  ])
  func putsTheMedianBetweenTheTabulatedRanks(count: Int, low: Int, high: Int, coverage: Double) throws {
    let interval = try #require(sample(count).medianInterval())
    #expect(interval.lower == Double(low))
    #expect(interval.upper == Double(high))
    #expect(agrees(interval.coverage, coverage))
  }

  @Test func reportsNoMedianIntervalForFiveValuesOrFewer() throws {
    for count in 1...5 { #expect(try sample(count).medianInterval() == nil) }
  }

  @Test func alwaysCoversAtLeastWhatWasAsked() throws {
    for count in 6...200 {
      let interval = try #require(sample(count).medianInterval())
      #expect(interval.coverage >= 0.95 && interval.coverage < 1)
      #expect(interval.contains(try sample(count).median))
      #expect(interval.lower + interval.upper == Double(count + 1))
    }
  }

  @Test func givesQuantilesTheirOwnRanks() throws {
    let ninetieth = try #require(sample(60).quantileInterval(0.9))
    #expect((ninetieth.lower, ninetieth.upper) == (49, 59))
    #expect(agrees(ninetieth.coverage, 0.9716))
    let quarter = try #require(sample(40).quantileInterval(0.25))
    #expect((quarter.lower, quarter.upper) == (5, 17))
    #expect(agrees(quarter.coverage, 0.9724))
    #expect(try sample(20).quantileInterval(0.9) == nil)
    #expect(try sample(20).quantileInterval(0) == nil)
    #expect(try sample(20).quantileInterval(1) == nil)
  }

  @Test func interpolatesBetweenNeighbours() throws {
    let sample = try #require(OrderStatistics([64, 1, 2, 32, 4, 16, 8]))
    #expect(agrees(sample.quantile(0.1), 1.6))
    #expect(sample.quantile(0.25) == 3)
    #expect(sample.median == 8)
    #expect(agrees(sample.quantile(0.9), 44.8))
    #expect((sample.quantile(0), sample.quantile(1)) == (1, 64))
    #expect(OrderStatistics([3, 1, 2, 10])?.median == 2.5)
  }

  @Test func keepsTiesInPlace() throws {
    let tied = try #require(OrderStatistics([Double](repeating: 0.1, count: 9)))
    #expect((0...100).allSatisfy { tied.quantile(Double($0) / 100) == 0.1 })
    #expect(tied.medianInterval()?.upper == 0.1)
  }

  @Test func refusesAnEmptySampleAndValuesThatAreNoNumbers() {
    #expect(OrderStatistics([]) == nil)
    #expect(OrderStatistics([1, .nan]) == nil)
    #expect(OrderStatistics([1, .infinity]) == nil)
  }
}
