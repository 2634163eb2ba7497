/// Whether the durations of a later period differ from those of an earlier one, and by what factor.
package struct DurationComparison: Hashable, Sendable {
  /// With fewer durations than this in either period nothing is compared.
  package static let minimumCount = 20

  package let earlierCount: Int
  package let laterCount: Int
  package let test: MannWhitneyTest
  package let ratio: HodgesLehmannRatio

  /// `resolution` is the shortest duration that the records can tell from none, in the unit of the values: shorter
  /// ones, 0 included, count as that long, since a ratio to 0 means nothing. Nothing when a sample is empty, a
  /// duration is negative or not finite, or the resolution is not above 0.
  package init?(earlier: [Double], later: [Double], resolution: Double) {
    guard resolution > 0, (earlier + later).allSatisfy({ $0 >= 0 }) else { return nil }
    let before = earlier.map { max($0, resolution) }
    let after = later.map { max($0, resolution) }
    guard let test = MannWhitneyTest(earlier: before, later: after),
      let ratio = HodgesLehmannRatio(earlier: before, later: after)
    else { return nil }
    self.test = test
    self.ratio = ratio
    earlierCount = earlier.count
    laterCount = later.count
  }

  package var comparison: Comparison {
    min(earlierCount, laterCount) < Self.minimumCount ? .notEnough : Comparison(p: test.pValue, change: test.z)
  }
}
