/// A range of values compatible with the data, in the unit of the estimate that it belongs to.
package struct Interval: Hashable, Sendable {
  package let lower: Double
  /// Infinite where the data set no upper bound, as when too many action items are still open.
  package let upper: Double
  /// The probability, 0 to 1, with which the method covers the true value: exact where the method knows it, else nominal.
  package let coverage: Double

  package init(lower: Double, upper: Double, coverage: Double) {
    precondition(lower <= upper, "an interval runs upwards")
    self.lower = lower
    self.upper = upper
    self.coverage = coverage
  }

  package func contains(_ value: Double) -> Bool { lower <= value && value <= upper }

  /// The same interval in another unit, as from a count to a rate per day; `factor` is finite and above 0.
  package func scaled(by factor: Double) -> Interval {
    precondition(factor > 0 && factor.isFinite, "a unit is positive")
    return Interval(lower: lower * factor, upper: upper * factor, coverage: coverage)
  }

  /// Both ends in words, such as `4.8 to 18`, or `at least 4.8` where there is no upper bound.
  package func text(significantDigits digits: Int = 2) -> String {
    let low = FixedFormat.significant(lower, digits)
    return upper.isFinite ? "\(low) to \(FixedFormat.significant(upper, digits))" : "at least \(low)"
  }
}
