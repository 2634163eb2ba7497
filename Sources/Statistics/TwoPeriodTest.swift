/// Compares the rates of events of two periods, given their counts and how much of the exposure fell into each.
///
/// Given the total, the earlier count is binomial with p₀ = exposure₁ / (exposure₁ + exposure₂) if nothing changed.
/// Source: J. Przyborowski and H. Wilenski, "Homogeneity of results in testing samples from Poisson series" (1940);
/// two-sided by the probability of all splits no likelier than the observed one.
package struct TwoPeriodTest: Sendable {
  /// Events in a period, and the days, deploys or requests during which they could have happened.
  package struct Period: Hashable, Sendable {
    package let count: Int
    package let exposure: Double

    package init(count: Int, exposure: Double) {
      precondition(count >= 0, "a count is not negative")
      self.count = count
      self.exposure = exposure
    }

    /// Events per unit of exposure.
    package var rate: Double { Double(count) / exposure }
  }

  package let earlier: Period
  package let later: Period
  /// 1 when there were no events at all.
  package let pValue: Double
  package let comparison: Comparison
  private let nullTest: BinomialTest

  /// Nothing when an exposure is not a finite number above 0, so that there is no rate to compare.
  package init?(earlier: Period, later: Period) {
    guard let share = Self.earlierShare(earlier.exposure, later.exposure) else { return nil }
    self.earlier = earlier
    self.later = later
    let total = earlier.count + later.count
    nullTest = BinomialTest(BinomialDistribution(trials: total, probability: share))
    pValue = nullTest.pValue(earlier.count)
    let smallest = min(nullTest.pValue(0), nullTest.pValue(total))
    comparison =
      smallest < Comparison.significanceLevel
      ? Comparison(p: pValue, change: later.rate - earlier.rate) : .notEnough
  }

  /// The later rate as a multiple of the earlier one; absent when the earlier period had no events.
  package var rateRatio: Double? { earlier.count > 0 ? later.rate / earlier.rate : nil }

  /// The chance, 0 to 1, that the test names a change when the later rate truly is `ratio` times the earlier one.
  ///
  /// Conditional on the total number of events, like the test itself. Absent when `ratio` is not a usable multiple.
  package func power(ofRatio ratio: Double) -> Double? {
    guard let share = Self.earlierShare(earlier.exposure, later.exposure * ratio) else { return nil }
    let total = earlier.count + later.count
    let truth = BinomialDistribution(trials: total, probability: share)
    let accepted = nullTest.accepted(at: Comparison.significanceLevel)
    return min(1, truth.mass(in: 0..<accepted.lowerBound) + truth.mass(in: accepted.upperBound..<(total + 1)))
  }

  private static func earlierShare(_ earlier: Double, _ later: Double) -> Double? {
    guard earlier > 0, later > 0, earlier.isFinite, later.isFinite else { return nil }
    let share = 1 / (1 + later / earlier)
    return share > 0 && share < 1 ? share : nil
  }
}
