extension Interval {
  /// The score interval of a proportion, 0 to 1, after `successes` of `trials`; nothing for no trials.
  ///
  /// Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference" (1927).
  package static func wilson(successes: Int, of trials: Int, coverage: Double = 0.95) -> Interval? {
    precondition((0...max(0, trials)).contains(successes), "successes are among the trials")
    guard trials > 0 else { return nil }
    let z = NormalDistribution.criticalValue(coverage: coverage)
    let (k, n) = (Double(successes), Double(trials))
    let centre = (k + z * z / 2) / (n + z * z)
    let half = z / (n + z * z) * (k * (n - k) / n + z * z / 4).squareRoot()
    return Interval(
      lower: successes == 0 ? 0 : max(0, centre - half),
      upper: successes == trials ? 1 : min(1, centre + half),
      coverage: coverage)
  }
}
