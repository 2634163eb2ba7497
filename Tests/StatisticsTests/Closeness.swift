import Statistics

/// Whether two numbers agree to `places` decimals.
func agrees(_ value: Double?, _ expected: Double, places: Int = 4) -> Bool {
  guard let value else { return false }
  return FixedFormat.decimals(value, places) == FixedFormat.decimals(expected, places)
}

/// Repeatable numbers between 0 and 1, for simulations.
struct RepeatableNumbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (Double(state >> 11) + 0.5) / 9_007_199_254_740_992
  }
}
