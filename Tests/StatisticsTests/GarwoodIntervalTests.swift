import Statistics
import Testing

@Suite struct GarwoodIntervalTests {
  @Test(arguments: [
    (0, 0, 3.6889), (1, 0.0253, 5.5716), (2, 0.2422, 7.2247), (3, 0.6187, 8.7673), (5, 1.6235, 11.6683),
    (10, 4.7954, 18.3904), (20, 12.2165, 30.8884), (50, 37.1110, 65.9188), (200, 173.2409, 229.7220),
    (100_000, 99_381.1527, 100_621.7447),
  ])
  func givesTheTabulatedLimits(count: Int, lower: Double, upper: Double) {
    let interval = Interval.garwood(count: count)
    #expect(agrees(interval.lower, lower))
    #expect(agrees(interval.upper, upper))
    #expect(interval.coverage == 0.95)
  }

  @Test func widensWithTheCoverage() {
    let interval = Interval.garwood(count: 10, coverage: 0.99)
    #expect(agrees(interval.lower, 3.7169))
    #expect(agrees(interval.upper, 21.3978))
  }

  @Test func risesWithTheCount() {
    let intervals = (0...60).map { Interval.garwood(count: $0) }
    for (one, next) in zip(intervals, intervals.dropFirst()) {
      #expect(one.lower < next.lower)
      #expect(one.upper < next.upper)
    }
  }

  /// Sums the Poisson probabilities of the counts whose interval holds the true mean.
  @Test(arguments: [0.3, 1, 2.5, 4.79, 7.3, 12, 20])
  func coversAnyMeanWithAtLeastItsCoverage(mean: Double) {
    var (mass, covered, total) = (1.0, 0.0, 0.0)
    for count in 0...120 {
      if count > 0 { mass *= mean / Double(count) }
      total += mass
      if Interval.garwood(count: count).contains(mean) { covered += mass }
    }
    #expect(covered / total >= 0.95)
  }

  @Test func becomesARateInAnotherUnit() {
    let rate = Interval.garwood(count: 5).scaled(by: 1 / 30.0)
    #expect(agrees(rate.lower, 1.6235 / 30))
    #expect(agrees(rate.upper, 11.6683 / 30))
  }

  @Test func readsAsWords() {
    #expect(Interval.garwood(count: 10).text() == "4.8 to 18")
    #expect(Interval(lower: 8, upper: .infinity, coverage: 0.95).text() == "at least 8.0")
  }
}
