import Statistics
import Testing

@Suite struct WilsonIntervalTests {
  @Test(arguments: [
    (3, 5, 0.2307, 0.8824), (7, 10, 0.3968, 0.8922), (15, 20, 0.5313, 0.8881), (55, 100, 0.4524, 0.6439),
    (0, 5, 0, 0.4345), (5, 5, 0.5655, 1),
  ])
  func givesTheTabulatedLimits(successes: Int, trials: Int, lower: Double, upper: Double) throws {
    let interval = try #require(Interval.wilson(successes: successes, of: trials))
    #expect(agrees(interval.lower, lower))
    #expect(agrees(interval.upper, upper))
  }

  @Test func hasNothingToSayOfNoTrials() {
    #expect(Interval.wilson(successes: 0, of: 0) == nil)
  }

  @Test func mirrorsSuccessAndFailure() throws {
    for successes in 0...17 {
      let one = try #require(Interval.wilson(successes: successes, of: 17))
      let other = try #require(Interval.wilson(successes: 17 - successes, of: 17))
      #expect(abs(one.lower - (1 - other.upper)) < 1e-12)
      #expect(one.contains(Double(successes) / 17))
    }
  }

  @Test func narrowsAsTrialsGrow() throws {
    let widths = try [10, 40, 160, 640].map { trials in
      let interval = try #require(Interval.wilson(successes: trials / 2, of: trials))
      return interval.upper - interval.lower
    }
    #expect(widths == widths.sorted(by: >))
  }
}
