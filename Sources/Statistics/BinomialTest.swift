/// The exact two-sided binomial test: the probability of all outcomes no likelier than the observed one.
///
/// Source: the two-sided rule in common use for R. A. Fisher's exact test (1934); where the two tails are mirror images it
/// equals twice the smaller tail.
struct BinomialTest {
  private let masses: [Double]

  init(_ distribution: BinomialDistribution) {
    masses = (0...distribution.trials).map { distribution.mass($0) }
  }

  /// The p-value, 0 to 1, of having seen `successes`.
  func pValue(_ successes: Int) -> Double {
    // Mirror outcomes differ in the last bits only; they must fall on the same side.
    let limit = masses[successes] * (1 + 1e-7)
    return min(1, masses.reduce(0) { $1 <= limit ? $0 + $1 : $0 })
  }

  /// The outcomes that the test does not reject at `level`, without gaps because a p-value falls away from the mode.
  func accepted(at level: Double) -> Range<Int> {
    let mode = masses.indices.max { masses[$0] < masses[$1] } ?? 0
    let start = firstIndex(in: 0..<mode) { pValue($0) >= level }
    let end = firstIndex(in: (mode + 1)..<masses.count) { pValue($0) < level }
    return start..<end
  }

  /// The first index of `range` that satisfies a predicate which, once true, stays true.
  private func firstIndex(in range: Range<Int>, where isTrue: (Int) -> Bool) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = low + (high - low) / 2
      if isTrue(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
