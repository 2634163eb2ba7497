/// Tests whether values of the later sample tend to be larger or smaller than those of the earlier one.
///
/// Normal approximation with tie and continuity corrections.
/// Source: H. B. Mann and D. R. Whitney (1947); the variance under ties after E. L. Lehmann, "Nonparametrics" (1975).
package struct MannWhitneyTest: Hashable, Sendable {
  /// How many of the pairs have the later value above the earlier one, ties counting half.
  package let u: Double
  /// Above 0 where the later values tend to be larger; 0 where all values are tied.
  package let z: Double
  package let pValue: Double

  /// Nothing when a sample is empty or holds a value that is not a number.
  package init?(earlier: [Double], later: [Double]) {
    guard !earlier.isEmpty, !later.isEmpty else { return nil }
    guard !earlier.contains(where: \.isNaN), !later.contains(where: \.isNaN) else { return nil }
    let (m, n) = (Double(earlier.count), Double(later.count))
    let ranks = Self.laterRanks(earlier: earlier, later: later)
    u = ranks.sum - n * (n + 1) / 2
    let total = m + n
    let variance = m * n / 12 * (total + 1 - (total > 1 ? ranks.tieTerm / (total * (total - 1)) : 0))
    let excess = u - m * n / 2
    let corrected = max(0, abs(excess) - 0.5)
    z = variance > 0 ? (excess < 0 ? -corrected : corrected) / variance.squareRoot() : 0
    pValue = NormalDistribution.twoSidedTail(z)
  }

  /// The sum of the later sample's mid-ranks, and Σ(t³ − t) over the groups of t tied values.
  private static func laterRanks(earlier: [Double], later: [Double]) -> (sum: Double, tieTerm: Double) {
    let pooled = (earlier.map { (value: $0, isLater: false) } + later.map { (value: $0, isLater: true) })
      .sorted { $0.value < $1.value }
    var (sum, tieTerm, start) = (0.0, 0.0, 0)
    while start < pooled.count {
      var (end, laterCount) = (start, 0)
      while end < pooled.count, pooled[end].value == pooled[start].value {
        laterCount += pooled[end].isLater ? 1 : 0
        end += 1
      }
      let tied = Double(end - start)
      sum += Double(laterCount) * Double(start + end + 1) / 2
      tieTerm += tied * tied * tied - tied
      start = end
    }
    return (sum, tieTerm)
  }
}
