/// The time of day in the words of whoever wrote it down, in the zone in which the incident was lived through.
enum WrittenClock {
  /// `14:42 +01:00` from `2026-02-03T14:42:10+01:00`; nil without a zone, or where the zone is UTC.
  static func text(_ source: String) -> String? {
    let bytes = Array(source.utf8)
    guard let colon = bytes.indices.first(where: { isClock(bytes, at: $0) }) else { return nil }
    var index = colon + 3
    while index < bytes.count, isDigit(bytes[index]) || ":.".utf8.contains(bytes[index]) { index += 1 }
    let rest = bytes[index...].filter { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") }
    let zone = String(decoding: rest, as: UTF8.self).split(separator: " ").first.map(String.init) ?? ""
    let isZone = zone.hasPrefix("+") || zone.hasPrefix("-") || zone.utf8.allSatisfy { (0x41...0x5A).contains($0) }
    guard isZone, zone.utf8.count > 1, !["UTC", "GMT", "+00:00", "+0000", "+00", "-00:00"].contains(zone) else {
      return nil
    }
    return "\(String(decoding: bytes[(colon - 2)...(colon + 2)], as: UTF8.self)) \(zone)"
  }

  /// Whether a colon stands between two digits and two more.
  private static func isClock(_ bytes: [UInt8], at index: Int) -> Bool {
    guard bytes[index] == UInt8(ascii: ":"), index >= 2, index + 2 < bytes.count else { return false }
    return [index - 2, index - 1, index + 1, index + 2].allSatisfy { isDigit(bytes[$0]) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
