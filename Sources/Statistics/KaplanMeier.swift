/// The share of subjects, such as action items, not yet finished after a time, with the open ones counted while seen.
///
/// Source: E. L. Kaplan and P. Meier, "Nonparametric estimation from incomplete observations" (1958); variance after
/// M. Greenwood (1926); intervals on the log(−log) scale after J. D. Kalbfleisch and R. L. Prentice (1980).
package struct KaplanMeier: Hashable, Sendable {
  /// How long one subject was seen, from its start, and whether it was finished or still open (censored) then.
  package struct Observation: Hashable, Sendable {
    package let time: Double
    package let isCensored: Bool

    package init(time: Double, isCensored: Bool) {
      self.time = time
      self.isCensored = isCensored
    }
  }

  /// A time at which subjects finished.
  package struct Step: Hashable, Sendable {
    package let time: Double
    /// Subjects still open just before the time, those censored at the very time included.
    package let atRisk: Int
    package let finished: Int
    /// The share, 0 to 1, open just after the time.
    package let survival: Double
    /// Of `survival`, pointwise; absent where all have finished, at which the variance is undefined.
    package let interval: Interval?
  }

  /// Ascending by time; empty when every observation is censored.
  package let steps: [Step]
  package let count: Int
  package let censoredCount: Int
  private let coverage: Double
  // A product of fractions that is exactly one half can come out a bit above it.
  private static let half = 0.5 + 1e-12

  /// Nothing when there are no observations or a time is negative or not finite.
  package init?(_ observations: [Observation], coverage: Double = 0.95) {
    guard !observations.isEmpty else { return nil }
    guard observations.allSatisfy({ $0.time >= 0 && $0.time.isFinite }) else { return nil }
    count = observations.count
    censoredCount = observations.count { $0.isCensored }
    self.coverage = coverage
    steps = Self.steps(observations, coverage: coverage)
  }

  /// The share, 0 to 1, still open after `time`; beyond the longest observation the last known share.
  package func survival(at time: Double) -> Double { steps.last { $0.time <= time }?.survival ?? 1 }

  /// The first time at which no more than half are open; absent while more than half are.
  package var median: Double? { steps.first { $0.survival <= Self.half }?.time }

  /// The times at which the curve's interval holds one half, with no upper bound where too few have finished; absent
  /// when the data set no lower bound either.
  ///
  /// Source: R. Brookmeyer and J. Crowley, "A confidence interval for the median survival time" (1982), on the
  /// log(−log) scale.
  package var medianInterval: Interval? {
    guard let lower = steps.first(where: { ($0.interval?.lower ?? 1) <= 0.5 })?.time else { return nil }
    let upper = steps.first { ($0.interval?.upper ?? 1) <= 0.5 }?.time
    return Interval(lower: lower, upper: upper ?? .infinity, coverage: coverage)
  }

  private static func steps(_ observations: [Observation], coverage: Double) -> [Step] {
    let sorted = observations.sorted { $0.time < $1.time }
    let z = NormalDistribution.criticalValue(coverage: coverage)
    var steps: [Step] = []
    var (survival, greenwood, start) = (1.0, 0.0, 0)
    while start < sorted.count {
      let end = sorted[start...].firstIndex { $0.time > sorted[start].time } ?? sorted.count
      let (atRisk, finished) = (sorted.count - start, sorted[start..<end].count { !$0.isCensored })
      if finished > 0 {
        survival *= Double(atRisk - finished) / Double(atRisk)
        greenwood += Double(finished) / (Double(atRisk) * Double(atRisk - finished))
        steps.append(
          Step(
            time: sorted[start].time, atRisk: atRisk, finished: finished, survival: survival,
            interval: interval(survival, greenwood: greenwood, z: z, coverage: coverage)))
      }
      start = end
    }
    return steps
  }

  private static func interval(_ survival: Double, greenwood: Double, z: Double, coverage: Double) -> Interval? {
    guard survival > 0, survival < 1 else { return nil }
    let reach = exponential(z * greenwood.squareRoot() / abs(naturalLog(survival)))
    return Interval(lower: power(survival, reach), upper: power(survival, 1 / reach), coverage: coverage)
  }
}
