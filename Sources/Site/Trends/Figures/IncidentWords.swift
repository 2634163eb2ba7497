internal import KnowledgeBase
internal import Language
internal import PostMortems
internal import Statistics

/// What may be said of the number of incidents, in words: no arrow, and no percentage for a change.
enum IncidentWords {
  /// The two newest full quarters against each other.
  static func headline(_ comparison: PeriodComparison) -> String {
    let (earlier, later) = (comparison.earlier, comparison.later)
    let (before, after) = (earlier.incidents.count, later.incidents.count)
    guard before + after > 0 else {
      return say("No incident recorded in \(earlier.period.words) and \(later.period.words)")
    }
    switch comparison.test.comparison {
    case .higher(let p):
      return say(
        """
        \(CountWords.text(after, "incident")) in \(later.period.words), higher than the \(before) of \
        \(earlier.period.words): more than chance explains (\(FixedFormat.pValue(p)))
        """)
    case .lower(let p):
      return say(
        """
        \(CountWords.text(after, "incident")) in \(later.period.words), lower than the \(before) of \
        \(earlier.period.words): more than chance explains (\(FixedFormat.pValue(p)))
        """)
    case .notEnough, .notDistinguishable:
      return say(
        """
        \(CountWords.text(before, "incident")) in \(earlier.period.words) and \(after) in \
        \(later.period.words): \(TrendWords.verdict(comparison.test.comparison))
        """)
    }
  }

  /// How good the test was at noticing a doubling, where it named no change.
  static func power(_ comparison: PeriodComparison) -> String? {
    guard !comparison.test.comparison.isEstablished, let power = comparison.test.power(ofRatio: 2) else { return nil }
    let tenths = Int((power * 10).rounded())
    let words =
      tenths == 0 ? say("hardly ever") : tenths == 10 ? say("nearly always") : say("in about \(tenths) of 10 cases")
    return say("With so many incidents it would notice a true doubling \(words).")
  }

  /// Laplace's test within the last year.
  static func trend(_ trend: IncidentTrend) -> String {
    guard let test = trend.test else { return say("The record is too short for a trend within a year.") }
    let phrase =
      switch test.comparison {
      case .higher(let p): say("incidents came more often towards its end (\(FixedFormat.pValue(p)))")
      case .lower(let p): say("incidents came less often towards its end (\(FixedFormat.pValue(p)))")
      case .notDistinguishable(let p): say("a constant rate explains when they came (\(FixedFormat.pValue(p)))")
      case .notEnough: say("too few incidents for a trend")
      }
    return
      say(
        """
        Within the 365 days to \(DateWords.short(trend.days.upperBound)), with \
        \(CountWords.text(test.count, "incident")): \(phrase).
        """)
  }
}

/// Intervals as cells of tables.
enum IntervalWords {
  /// Of a count: `4.8 to 18.4`.
  static func counts(_ interval: Interval) -> String {
    say("\(TrendWords.decimals(interval.lower, 1)) to \(TrendWords.decimals(interval.upper, 1))")
  }

  /// Of a share of a whole of twenty or more: `45 to 64 %`; nothing below.
  static func share(_ share: Share) -> String {
    guard Presentation(count: share.whole) == .summary, let interval = share.interval else { return "" }
    let (low, high) = (interval.lower * 100, interval.upper * 100)
    return say("\(TrendWords.decimals(low, 0)) to \(TrendWords.decimals(high, 0)) %")
  }

  /// Of a duration in minutes: `12 minutes to 1 hour`.
  static func minutes(_ interval: Interval?) -> String {
    guard let interval else { return "" }
    return say("\(MinuteWords.text(interval.lower)) to \(MinuteWords.text(interval.upper))")
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
    guard share.whole > 0 else { return TrendWords.share(share) }
    return "\(TrendWords.count(share)) \(noun)" + (TrendWords.bracket(share).map { " \($0)" } ?? "")
  }
}
