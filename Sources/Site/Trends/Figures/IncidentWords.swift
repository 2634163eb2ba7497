internal import KnowledgeBase
internal import PostMortems
internal import Statistics

/// What may be said of the number of incidents, in words: no arrow, and no percentage for a change.
enum IncidentWords {
  /// The two newest full quarters against each other.
  static func headline(_ comparison: PeriodComparison) -> String {
    let (earlier, later) = (comparison.earlier, comparison.later)
    let (before, after) = (earlier.incidents.count, later.incidents.count)
    guard before + after > 0 else {
      return "No incident recorded in \(earlier.period.label) and \(later.period.label)"
    }
    switch comparison.test.comparison {
    case .higher(let p):
      return "\(CountWords.text(after, "incident")) in \(later.period.label), higher than the \(before) of "
        + "\(earlier.period.label): more than chance explains (\(FixedFormat.pValue(p)))"
    case .lower(let p):
      return "\(CountWords.text(after, "incident")) in \(later.period.label), lower than the \(before) of "
        + "\(earlier.period.label): more than chance explains (\(FixedFormat.pValue(p)))"
    case .notEnough, .notDistinguishable:
      return "\(CountWords.text(before, "incident")) in \(earlier.period.label) and \(after) in "
        + "\(later.period.label): \(comparison.test.comparison.phrase)"
    }
  }

  /// How good the test was at noticing a doubling, where it named no change.
  static func power(_ comparison: PeriodComparison) -> String? {
    guard !comparison.test.comparison.isEstablished, let power = comparison.test.power(ofRatio: 2) else { return nil }
    let tenths = Int((power * 10).rounded())
    let words = tenths == 0 ? "hardly ever" : tenths == 10 ? "nearly always" : "in about \(tenths) of 10 cases"
    return "With so many incidents it would notice a true doubling \(words)."
  }

  /// Laplace's test within the last year.
  static func trend(_ trend: IncidentTrend) -> String {
    guard let test = trend.test else { return "The record is too short for a trend within a year." }
    let phrase =
      switch test.comparison {
      case .higher(let p): "incidents came more often towards its end (\(FixedFormat.pValue(p)))"
      case .lower(let p): "incidents came less often towards its end (\(FixedFormat.pValue(p)))"
      case .notDistinguishable(let p): "a constant rate explains when they came (\(FixedFormat.pValue(p)))"
      case .notEnough: "too few incidents for a trend"
      }
    return
      "Within the 365 days to \(DateWords.short(trend.days.upperBound)), with "
      + "\(CountWords.text(test.count, "incident")): \(phrase)."
  }
}

/// Intervals as cells of tables.
enum IntervalWords {
  /// Of a count: `4.8 to 18.4`.
  static func counts(_ interval: Interval) -> String {
    "\(FixedFormat.decimals(interval.lower, 1)) to \(FixedFormat.decimals(interval.upper, 1))"
  }

  /// Of a share of a whole of twenty or more: `45 to 64 %`; nothing below.
  static func share(_ share: Share) -> String {
    guard Presentation(count: share.whole) == .summary, let interval = share.interval else { return "" }
    let (low, high) = (interval.lower * 100, interval.upper * 100)
    return "\(FixedFormat.decimals(low, 0)) to \(FixedFormat.decimals(high, 0)) %"
  }

  /// Of a duration in minutes: `12 minutes to 1 hour`.
  static func minutes(_ interval: Interval?) -> String {
    guard let interval else { return "" }
    return "\(MinuteWords.text(interval.lower)) to \(MinuteWords.text(interval.upper))"
  }
}

/// Durations in minutes as a reader says them.
enum MinuteWords {
  static func text(_ minutes: Double) -> String { DurationWords.text(seconds: Int64((minutes * 60).rounded())) }

  /// For data files: at most two decimals, none where whole.
  static func data(_ minutes: Double) -> String {
    minutes == minutes.rounded() ? FixedFormat.decimals(minutes, 0) : FixedFormat.decimals(minutes, 2)
  }
}

/// Shares in sentences.
enum ShareWords {
  /// `3 of 5 incidents`, and from twenty on `55 of 100 incidents (55 %, 95 % interval 45 to 64 %)`.
  static func text(_ share: Share, _ noun: String) -> String {
    let text = share.text
    guard share.whole > 0, let bracket = text.firstIndex(of: "(") else {
      return share.whole > 0 ? "\(text) \(noun)" : text
    }
    return "\(text[..<bracket])\(noun) \(text[bracket...])"
  }
}
