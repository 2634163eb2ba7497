/// The standard normal distribution.
enum NormalDistribution {
  /// The probability of a value above `z`, accurate far into the tail.
  static func upperTail(_ z: Double) -> Double { complementaryErrorFunction(z / 2.0.squareRoot()) / 2 }

  /// The probability of a value at least as far from 0 as `z`.
  static func twoSidedTail(_ z: Double) -> Double { min(1, complementaryErrorFunction(abs(z) / 2.0.squareRoot())) }

  /// The z whose two-sided tail is 1 − `coverage`, such as 1.96 for 0.95; `coverage` lies strictly between 0 and 1.
  ///
  /// The distribution is concave above 0, so Newton's steps from 0 climb to the root and never pass it.
  static func criticalValue(coverage: Double) -> Double {
    precondition(coverage > 0 && coverage < 1, "coverage lies between 0 and 1")
    let tail = (1 - coverage) / 2
    let peak = 1 / (2 * Double.pi).squareRoot()
    var z = 0.0
    for _ in 0..<200 {
      let next = z + (upperTail(z) - tail) / (peak * exponential(-z * z / 2))
      guard next > z else { break }
      z = next
    }
    return z
  }
}
