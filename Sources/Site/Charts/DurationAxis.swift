internal import Statistics

/// A logarithmic axis of time; a value below its first tick is drawn at it.
struct DurationAxis {
  struct Tick {
    let value: Double
    let label: String
  }

  let ticks: [Tick]

  /// In minutes, from one minute.
  static func minutes(upTo maximum: Double) -> DurationAxis {
    DurationAxis(
      [
        (1, "1 min"), (10, "10 min"), (60, "1 h"), (600, "10 h"), (1440 * 4, "4 d"), (1440 * 30, "30 d"),
        (1440 * 365, "1 y"), (1440 * 3650, "10 y"),
      ], upTo: maximum)
  }

  /// In days, from one day.
  static func days(upTo maximum: Double) -> DurationAxis {
    DurationAxis(
      [(1, "1 d"), (10, "10 d"), (30, "30 d"), (90, "90 d"), (365, "1 y"), (1825, "5 y"), (7300, "20 y")],
      upTo: maximum)
  }

  private init(_ marks: [(Double, String)], upTo maximum: Double) {
    let end = min(max(marks.firstIndex { $0.0 >= maximum } ?? marks.count - 1, 2), marks.count - 1)
    ticks = marks[...end].map { Tick(value: $0.0, label: $0.1) }
  }

  /// 0 to 1 along the axis.
  func position(_ value: Double) -> Double {
    guard let first = ticks.first?.value, let last = ticks.last?.value else { return 0 }
    let (low, high) = (naturalLog(first), naturalLog(last))
    return (naturalLog(min(max(value, first), last)) - low) / (high - low)
  }
}
