/// A sample in ascending order, for its median and quantiles and their distribution-free intervals.
package struct OrderStatistics: Hashable, Sendable {
  /// Ascending, never empty, in the unit of the sample.
  package let sorted: [Double]

  /// Nothing for an empty sample or one with a value that is not finite.
  package init?(_ values: [Double]) {
    guard !values.isEmpty, values.allSatisfy(\.isFinite) else { return nil }
    sorted = values.sorted()
  }

  package var count: Int { sorted.count }

  /// The middle value, or the mean of the middle two.
  package var median: Double { quantile(0.5) }

  /// The median's interval; absent for five values or fewer, of which none covers 95 %.
  package func medianInterval(coverage: Double = 0.95) -> Interval? { quantileInterval(0.5, coverage: coverage) }

  /// The value below which the share `probability`, 0 to 1, lies, interpolated between neighbours.
  ///
  /// Source: R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages" (1996), definition 7.
  package func quantile(_ probability: Double) -> Double {
    precondition((0...1).contains(probability), "a quantile lies between 0 and 1")
    let position = Double(count - 1) * probability
    let below = Int(position)
    let above = min(below + 1, count - 1)
    let fraction = position - Double(below)
    return sorted[below] + (sorted[above] - sorted[below]) * fraction
  }

  /// The interval between two order statistics that covers the quantile with at least `coverage`, leaving at most half
  /// of the rest in each tail; it carries its exact coverage, and is absent when the sample is too small.
  ///
  /// Source: W. R. Thompson, "On confidence ranges for the median and other expectation distributions" (1936).
  package func quantileInterval(_ probability: Double, coverage: Double = 0.95) -> Interval? {
    precondition(coverage > 0 && coverage < 1, "coverage lies between 0 and 1")
    guard probability > 0, probability < 1 else { return nil }
    let below = BinomialDistribution(trials: count, probability: probability)
    let tail = (1 - coverage) / 2
    guard let low = Self.cut(0...count, tail: tail, mass: { below.mass($0) }),
      let high = Self.cut(0...count, tail: tail, mass: { below.mass(count - $0) })
    else { return nil }
    return Interval(
      lower: sorted[low.rank - 1], upper: sorted[count - high.rank], coverage: 1 - low.missed - high.missed)
  }

  /// The largest rank, from 1, whose preceding masses sum to no more than `tail`, with that sum.
  private static func cut(
    _ outcomes: ClosedRange<Int>, tail: Double, mass: (Int) -> Double
  ) -> (rank: Int, missed: Double)? {
    var (rank, missed) = (0, 0.0)
    for outcome in outcomes {
      let next = missed + mass(outcome)
      guard next <= tail else { break }
      (rank, missed) = (outcome + 1, next)
    }
    return rank > 0 ? (rank, missed) : nil
  }
}
