/// How many times as long the later durations are: the median of all later-to-earlier ratios, with its interval.
///
/// Source: J. L. Hodges and E. L. Lehmann (1963), on logarithms because durations are roughly log-normal; the interval
/// after E. L. Lehmann (1963), with ranks from the normal approximation and no tie correction, which errs on the wide side.
package struct HodgesLehmannRatio: Hashable, Sendable {
  /// Above 1 where the later durations are longer.
  package let ratio: Double
  /// Absent when the samples are too small for the coverage.
  package let interval: Interval?

  /// Nothing when a sample is empty or holds a value that is not finite and above 0.
  package init?(earlier: [Double], later: [Double], coverage: Double = 0.95) {
    guard !earlier.isEmpty, !later.isEmpty else { return nil }
    guard (earlier + later).allSatisfy({ $0 > 0 && $0.isFinite }) else { return nil }
    let differences = PairwiseDifferences(
      from: earlier.map(naturalLog).sorted(), to: later.map(naturalLog).sorted())
    let pairs = differences.count
    ratio = exponential((differences[pairs / 2 + 1] + differences[(pairs + 1) / 2]) / 2)
    let deviation = (Double(pairs) * Double(earlier.count + later.count + 1) / 12).squareRoot()
    let z = NormalDistribution.criticalValue(coverage: coverage)
    let rank = Int((Double(pairs) / 2 + 0.5 - z * deviation).rounded(.down))
    interval =
      rank < 1
      ? nil
      : Interval(
        lower: exponential(differences[rank]), upper: exponential(differences[pairs + 1 - rank]), coverage: coverage)
  }
}

/// All differences between two ascending samples, found by rank without listing them.
private struct PairwiseDifferences {
  let from: [Double]
  let to: [Double]

  init(from: [Double], to: [Double]) {
    self.from = from
    self.to = to
  }

  var count: Int { from.count * to.count }

  /// The difference of `rank`, 1...count, in time proportional to the samples' sizes.
  ///
  /// Halves the range of representable numbers, so the answer is exact after at most 64 steps.
  subscript(rank: Int) -> Double {
    var low = Self.key(to[0] - from[from.count - 1])
    var high = Self.key(to[to.count - 1] - from[0])
    while low < high {
      // The keys may lie on both sides of 0, where high − low would overflow.
      let middle = (low & high) + ((low ^ high) >> 1)
      if countUpTo(Self.value(middle)) >= rank { high = middle } else { low = middle + 1 }
    }
    return Self.value(low)
  }

  private func countUpTo(_ limit: Double) -> Int {
    var (total, reach) = (0, 0)
    for start in from {
      while reach < to.count, to[reach] - start <= limit { reach += 1 }
      total += reach
    }
    return total
  }

  /// An integer in the order of the numbers: the bit pattern, with that of negative numbers turned over.
  private static func key(_ value: Double) -> Int64 {
    let bits = Int64(bitPattern: (value + 0).bitPattern)
    return bits < 0 ? bits ^ Int64.max : bits
  }

  private static func value(_ key: Int64) -> Double {
    Double(bitPattern: UInt64(bitPattern: key < 0 ? key ^ Int64.max : key))
  }
}
