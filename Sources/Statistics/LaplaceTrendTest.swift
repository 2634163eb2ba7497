/// Tests whether the rate of events rises or falls during a fixed period of observation.
///
/// u is standard normal when events come at a constant rate; above 0 they come later, that is more often.
/// Source: P. S. de Laplace (1773), in the form of D. R. Cox and P. A. W. Lewis (1966) for a period of fixed length.
package struct LaplaceTrendTest: Hashable, Sendable {
  /// Below this number of events no trend is named.
  package static let minimumCount = 10

  package let count: Int
  package let u: Double
  package let pValue: Double

  /// `times` are measured from the start of the period, in the unit of `duration` and within it; nothing otherwise,
  /// or when there are no events.
  package init?(times: [Double], duration: Double) {
    guard !times.isEmpty, duration > 0, duration.isFinite else { return nil }
    guard times.allSatisfy({ $0 >= 0 && $0 <= duration }) else { return nil }
    count = times.count
    let n = Double(times.count)
    // Summed in order, because the last bit of a floating-point sum depends on it and a page's bytes must not.
    let mean = times.sorted().reduce(0, +) / n
    u = (mean - duration / 2) / (duration * (1 / (12 * n)).squareRoot())
    pValue = NormalDistribution.twoSidedTail(u)
  }

  package var comparison: Comparison {
    count < Self.minimumCount ? .notEnough : Comparison(p: pValue, change: u)
  }
}
