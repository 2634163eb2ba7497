/// Adjusts the p-values of many tests so that, of the changes named, the expected share of false ones stays small.
///
/// Source: Y. Benjamini and Y. Hochberg, "Controlling the false discovery rate" (1995).
package struct BenjaminiHochberg: Hashable, Sendable {
  /// In the order of the tests, each 0 to 1 and no smaller than the p-value it comes from.
  package let adjusted: [Double]

  package init(_ pValues: [Double]) {
    precondition(pValues.allSatisfy { (0...1).contains($0) }, "a p-value lies between 0 and 1")
    var adjusted = pValues
    var smallest = 1.0
    let descending = pValues.indices.sorted { (pValues[$0], $0) > (pValues[$1], $1) }
    for (position, index) in descending.enumerated() {
      let rank = pValues.count - position
      smallest = min(smallest, pValues[index] * (Double(pValues.count) / Double(rank)))
      adjusted[index] = smallest
    }
    self.adjusted = adjusted
  }

  /// The number of tests, to be shown beside any change that is named.
  package var testCount: Int { adjusted.count }

  /// The indices, ascending, of the tests whose changes may be named at a false discovery rate below `rate`.
  package func discoveries(rate: Double = Comparison.significanceLevel) -> [Int] {
    adjusted.indices.filter { adjusted[$0] < rate }
  }

  /// The same verdicts with adjusted p-values; those without enough data are no tests and stay as they are.
  package static func adjust(_ comparisons: [Comparison]) -> [Comparison] {
    var rest = BenjaminiHochberg(comparisons.compactMap(\.pValue)).adjusted[...]
    return comparisons.map { comparison in
      guard comparison.pValue != nil, let p = rest.popFirst() else { return comparison }
      switch comparison {
      case .higher: return Comparison(p: p, change: 1)
      case .lower: return Comparison(p: p, change: -1)
      case .notDistinguishable, .notEnough: return .notDistinguishable(p: p)
      }
    }
  }
}
