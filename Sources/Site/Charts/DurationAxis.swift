internal import Language
internal import Statistics

/// A logarithmic axis of time; a value below its first tick is drawn at it.
struct DurationAxis {
  struct Tick {
    let value: Double
    let label: String
  }

  let ticks: [Tick]

  /// In minutes, from one minute.
  static func minutes(_ values: [Double]) -> DurationAxis {
    DurationAxis(
      [
        (1, say("1 min")), (10, say("10 min")), (60, say("1 h")), (600, say("10 h")), (1440 * 4, say("4 d")),
        (1440 * 30, say("30 d")),
        (1440 * 365, say("1 y")), (1440 * 3650, say("10 y")),
      ], of: values)
  }

  /// In days, from one day.
  static func days(_ values: [Double]) -> DurationAxis {
    DurationAxis(
      [
        (1, say("1 d")), (10, say("10 d")), (30, say("30 d")), (90, say("90 d")), (365, say("1 y")), (1825, say("5 y")),
        (7300, say("20 y")),
      ],
      of: values)
  }

  /// From the last mark below all values to the first above them, at least two steps apart.
  private init(_ marks: [(Double, String)], of values: [Double]) {
    let (least, most) = (values.min() ?? 0, values.max() ?? 0)
    let last = max(marks.firstIndex { $0.0 >= most } ?? marks.count - 1, 2)
    let first = min(marks.lastIndex { $0.0 <= least } ?? 0, last - 2)
    ticks = marks[first...last].map { Tick(value: $0.0, label: $0.1) }
  }

  /// 0 to 1 along the axis.
  func position(_ value: Double) -> Double {
    guard let first = ticks.first?.value, let last = ticks.last?.value else { return 0 }
    let (low, high) = (naturalLog(first), naturalLog(last))
    return (naturalLog(min(max(value, first), last)) - low) / (high - low)
  }
}
