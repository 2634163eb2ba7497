package struct Zone: Hashable, Sendable { package init?(_ name: String) {} }
package enum TimeReader {
  package static func readInstant(_ text: String, defaultZone: Zone?) -> (instant: Instant, hasZone: Bool)? {
    let t = Array(text.prefix(10)); guard t.count == 10, let d = Day(iso: String(t)) else { return nil }
    let rest = text.dropFirst(11).prefix(5).split(separator: ":").compactMap { Int($0) }
    if rest.count == 2 {
      return (Instant(seconds: Int64(d.daysSinceEpoch) * 86400 + Int64(rest[0] * 3600 + rest[1] * 60)), true)
    }
    return (d.instant, false)
  }
}
