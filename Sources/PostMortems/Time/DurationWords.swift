internal import Language

/// A length of time in words: `27 minutes`, `1 hour 10 minutes`, `2 days 3 hours`.
package enum DurationWords {
  /// The two largest units of a number of seconds; `under a minute` below sixty.
  package static func text(seconds: Int64) -> String {
    let total = max(seconds, 0)
    if total < 60 { return total == 0 ? text(0, .minute) : say("under a minute") }
    let parts: [(Int64, Unit)] = [
      (total / 86_400, .day), (total / 3600 % 24, .hour), (total / 60 % 60, .minute),
    ]
    guard let first = parts.firstIndex(where: { $0.0 > 0 }) else { return say("under a minute") }
    return parts[first...].prefix(2).filter { $0.0 > 0 }.map { text(Int($0), $1) }.joined(separator: " ")
  }

  private enum Unit { case day, hour, minute }

  private static func text(_ count: Int, _ unit: Unit) -> String {
    switch unit {
    case .day: say(count, one: "\(count) day", other: "\(count) days")
    case .hour: say(count, one: "\(count) hour", other: "\(count) hours")
    case .minute: say(count, one: "\(count) minute", other: "\(count) minutes")
    }
  }
}
