/// A length of time in words: `27 minutes`, `1 hour 10 minutes`, `2 days 3 hours`.
package enum DurationWords {
  /// The two largest units of a number of seconds; `under a minute` below sixty.
  package static func text(seconds: Int64) -> String {
    let total = max(seconds, 0)
    if total < 60 { return total == 0 ? "0 minutes" : "under a minute" }
    let parts: [(Int64, String)] = [
      (total / 86_400, "day"), (total / 3600 % 24, "hour"), (total / 60 % 60, "minute"),
    ]
    guard let first = parts.firstIndex(where: { $0.0 > 0 }) else { return "under a minute" }
    return parts[first...].prefix(2).filter { $0.0 > 0 }.map { count, unit in
      "\(count) \(unit)\(count == 1 ? "" : "s")"
    }.joined(separator: " ")
  }
}
