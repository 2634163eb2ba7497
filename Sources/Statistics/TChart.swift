/// The days between rare events, with limits beyond which a gap is unlikely to be chance.
///
/// Gaps of a constant rate are exponential; raised to the power 0.2777 they are nearly normal, and an individuals chart
/// with moving-range limits applies. Source: L. S. Nelson, "A control chart for parts-per-million nonconforming items"
/// (1994).
package struct TChart: Hashable, Sendable {
  /// The centre line and the control limits, in days.
  package struct Limits: Hashable, Sendable {
    package let centre: Double
    /// Absent where it would lie below 0, so that no gap is too short.
    package let lower: Double?
    package let upper: Double
  }

  /// Where a gap lies against the limits; a longer gap is the good news.
  package enum Signal: Hashable, Sendable {
    case shorter, within, longer
  }

  /// Nelson's exponent, to be named beside the chart.
  package static let exponent = 0.2777

  /// Whether `count` events in `days` days are so few, under two a month, that gaps say more than monthly counts.
  package static func suits(count: Int, days: Double) -> Bool { Double(count) * (365.25 / 12) < 2 * days }

  /// In days, in the order of the events; one fewer than the events, and 0 for two on the same day.
  package let gaps: [Double]
  /// Absent below twenty events, where a chart shows dots and no line.
  package let limits: Limits?

  /// `eventDays` are days since any fixed date, whole or fractional and in any order; nothing when one is not finite.
  package init?(eventDays: [Double]) {
    guard eventDays.allSatisfy(\.isFinite) else { return nil }
    let sorted = eventDays.sorted()
    gaps = zip(sorted, sorted.dropFirst()).map { $1 - $0 }
    limits = Presentation(count: eventDays.count) == .summary ? Self.limits(gaps) : nil
  }

  /// How a gap, such as the one since the last event, compares; absent while there are no limits.
  package func signal(_ gap: Double) -> Signal? {
    guard let limits else { return nil }
    if gap > limits.upper { return .longer }
    return gap < limits.lower ?? 0 ? .shorter : .within
  }

  private static func limits(_ gaps: [Double]) -> Limits {
    let transformed = gaps.map { power($0, exponent) }
    let centre = transformed.reduce(0, +) / Double(transformed.count)
    let ranges = zip(transformed, transformed.dropFirst()).map { abs($1 - $0) }
    // 3 standard deviations, of which the mean range of two neighbours is 2/√π.
    let reach = 3 * ranges.reduce(0, +) / Double(ranges.count) * Double.pi.squareRoot() / 2
    return Limits(
      centre: power(centre, 1 / exponent),
      lower: centre - reach > 0 ? power(centre - reach, 1 / exponent) : nil,
      upper: power(centre + reach, 1 / exponent))
  }
}
