extension Interval {
  /// The exact interval of a Poisson mean after `count` events, in events; its coverage is at least `coverage`.
  ///
  /// Source: F. Garwood, "Fiducial limits for the Poisson distribution" (1936).
  package static func garwood(count: Int, coverage: Double = 0.95) -> Interval {
    precondition(count >= 0, "a count is not negative")
    precondition(coverage > 0 && coverage < 1, "coverage lies between 0 and 1")
    let tail = (1 - coverage) / 2
    let lower = count == 0 ? 0 : meanWhere(from: 0, to: Double(count)) { atLeast(count, mean: $0) > tail }
    var bound = Double(count) + 1
    while atMost(count, mean: bound) > tail { bound *= 2 }
    let upper = meanWhere(from: Double(count), to: bound) { atMost(count, mean: $0) < tail }
    return Interval(lower: lower, upper: upper, coverage: coverage)
  }

  /// The mean at which a predicate turns from false to true, to the last bit.
  private static func meanWhere(from start: Double, to end: Double, _ isBeyond: (Double) -> Bool) -> Double {
    var (low, high) = (start, end)
    while true {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { return high }
      if isBeyond(middle) { high = middle } else { low = middle }
    }
  }

  private static func mass(_ count: Int, mean: Double) -> Double {
    mean == 0 ? (count == 0 ? 1 : 0) : exponential(Double(count) * naturalLog(mean) - mean - logFactorial(count))
  }

  /// The probability of `count` events or more; the terms shrink because `mean` is not above `count` here.
  private static func atLeast(_ count: Int, mean: Double) -> Double {
    var (term, sum, k) = (mass(count, mean: mean), 0.0, count)
    while sum + term > sum {
      sum += term
      k += 1
      term *= mean / Double(k)
    }
    return sum
  }

  /// The probability of `count` events or fewer; the terms shrink because `mean` is not below `count` here.
  private static func atMost(_ count: Int, mean: Double) -> Double {
    var (term, sum, k) = (mass(count, mean: mean), 0.0, count)
    while sum + term > sum {
      sum += term
      term *= Double(k) / mean
      k -= 1
    }
    return sum
  }
}
