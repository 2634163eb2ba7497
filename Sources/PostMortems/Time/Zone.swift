/// A time zone as authors name one: `Europe/London`, `Pacific`, `CEST`, `UTC+1`, `+05:30`.
package struct Zone: Hashable, Sendable {
  /// The name in its usual spelling: `Europe/London`, `CEST`, `UTC+05:30`.
  package let name: String
  let rule: TimeZoneRule

  init(name: String, rule: TimeZoneRule) {
    self.name = name
    self.rule = rule
  }

  package static let utc = Zone(name: "UTC", rule: TimeZoneRule(standard: 0))

  /// A fixed distance from UTC in seconds, east positive.
  package init(secondsEast: Int) {
    let minutes = abs(secondsEast) / 60
    let sign = secondsEast < 0 ? "-" : "+"
    self.init(
      name: secondsEast == 0 ? "UTC" : "UTC\(sign)\(pad(minutes / 60)):\(pad(minutes % 60))",
      rule: TimeZoneRule(standard: secondsEast))
  }

  /// Seconds east of UTC at a local date and second of the day.
  package func offset(day: Day, second: Int = 0) -> Int {
    rule.offset(day: day, second: second)
  }

  /// The instant that the local clock shows; a day alone stands for midnight UTC, whatever the zone.
  package func instant(day: Day, second: Int, precision: Instant.Precision) -> Instant {
    guard precision != .day else { return day.instant }
    let local = Int64(day.daysSinceEpoch) * 86_400 + Int64(second)
    return Instant(seconds: local - Int64(offset(day: day, second: second)), precision: precision)
  }
}

extension Zone {
  /// Finds a zone by any name, in any case; nil for a name nobody uses.
  ///
  /// Names of the time zone database mean what it says, so `CET` has summer time and `EST` has none; other
  /// abbreviations are fixed distances, `IST` is India's, and a colloquial name (`Pacific`, `ET`) follows its clocks.
  package init?(_ text: some StringProtocol) {
    let words = text.utf8.split { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: "_") }
    let key = String(decoding: Array(words.joined(separator: [UInt8(ascii: "_")])), as: UTF8.self).lowercased()
    guard key.utf8.count <= 40 else { return nil }
    if let zone = ZoneNames.colloquial[key] ?? ZoneNames.database[key] {
      self = zone
    } else if let seconds = Self.secondsEast(Array(key.utf8)) {
      self.init(secondsEast: seconds)
    } else {
      return nil
    }
  }

  /// Reads `utc+1`, `gmt-03:30`, `+0530`, `-7`; nil for anything else and for more than 14 hours.
  private static func secondsEast(_ key: [UInt8]) -> Int? {
    var cursor = ByteCursor(key)
    if cursor.takeWord("utc") || cursor.takeWord("gmt") { _ = cursor.take("_") }
    guard let seconds = cursor.signedOffset(), cursor.isAtEnd else { return nil }
    return seconds
  }
}

/// Every name a zone may go by, in lower case.
enum ZoneNames {
  static let database: [String: Zone] = {
    var zones: [String: Zone] = [:]
    for line in ZoneTable.lines.split(separator: "\n") {
      guard let equals = line.firstIndex(of: "="), let rule = TimeZoneRule(posix: line[..<equals]) else { continue }
      for name in line[line.index(after: equals)...].split(separator: " ") {
        zones[name.lowercased()] = Zone(name: String(name), rule: rule)
      }
    }
    return zones
  }()

  static let colloquial: [String: Zone] = {
    var zones: [String: Zone] = ["z": .utc, "zulu": .utc]
    for (abbreviation, hours) in abbreviations {
      let rule = TimeZoneRule(standard: Int(hours * 3600))
      zones[abbreviation.lowercased()] = Zone(name: abbreviation, rule: rule)
    }
    for (name, place) in places {
      for key in [name, name + "_time", name + "_standard_time"] { zones[key] = database[place.lowercased()] }
    }
    return zones
  }()

  /// Names written out, without the `time` behind them.
  static let spelled: [String: String] = [
    "coordinated universal": "UTC", "greenwich mean": "GMT", "central european": "Europe/Berlin",
    "central european summer": "CEST", "central european standard": "MEZ", "eastern european": "Europe/Helsinki",
    "eastern european summer": "EEST", "western european": "Europe/Lisbon", "western european summer": "WEST",
    "british summer": "BST", "pacific standard": "PST", "pacific daylight": "PDT", "eastern standard": "Etc/GMT+5",
    "eastern daylight": "EDT", "central standard": "CST", "central daylight": "CDT", "mountain standard": "Etc/GMT+7",
    "mountain daylight": "MDT", "india standard": "IST", "indian standard": "IST", "japan standard": "JST",
    "australian eastern": "Australia/Sydney", "australian eastern standard": "AEST", "singapore standard": "SGT",
    "new zealand": "Pacific/Auckland", "us eastern": "America/New_York", "us pacific": "America/Los_Angeles",
    "us central": "America/Chicago",
  ]

  /// The words that those names begin with.
  static let spelledBeginnings = Set(spelled.keys.compactMap { $0.split(separator: " ").first.map(String.init) })

  /// Hours east of UTC.
  private static let abbreviations: [(String, Double)] = [
    ("UTC", 0), ("GMT", 0), ("UCT", 0), ("WEST", 1), ("BST", 1), ("CEST", 2), ("MEZ", 1),
    ("MESZ", 2), ("SAST", 2), ("CAT", 2), ("EEST", 3), ("IDT", 3), ("EAT", 3), ("MSK", 3), ("TRT", 3), ("GST", 4),
    ("PKT", 5), ("IST", 5.5), ("NPT", 5.75), ("ICT", 7), ("WIB", 7), ("SGT", 8), ("HKT", 8), ("PHT", 8), ("AWST", 8),
    ("JST", 9), ("KST", 9), ("ACST", 9.5), ("ACDT", 10.5), ("AEST", 10), ("AEDT", 11), ("NZST", 12), ("NZDT", 13),
    ("HDT", -9), ("AKST", -9), ("AKDT", -8), ("PST", -8), ("PDT", -7), ("MDT", -6), ("CST", -6), ("CDT", -5),
    ("EDT", -4), ("AST", -4), ("ADT", -3), ("BRT", -3), ("ART", -3), ("NST", -3.5), ("NDT", -2.5),
  ]

  private static let places = [
    ("pacific", "America/Los_Angeles"), ("mountain", "America/Denver"), ("central", "America/Chicago"),
    ("eastern", "America/New_York"), ("atlantic", "America/Halifax"), ("pt", "America/Los_Angeles"),
    ("mt", "America/Denver"), ("ct", "America/Chicago"), ("et", "America/New_York"), ("uk", "Europe/London"),
    ("london", "Europe/London"), ("british", "Europe/London"), ("central_european", "Europe/Berlin"),
    ("eastern_european", "Europe/Helsinki"), ("western_european", "Europe/Lisbon"), ("irish", "Europe/Dublin"),
    ("indian", "Asia/Kolkata"), ("india", "Asia/Kolkata"), ("japan", "Asia/Tokyo"), ("berlin", "Europe/Berlin"),
    ("zurich", "Europe/Zurich"), ("us_pacific", "America/Los_Angeles"), ("us_eastern", "America/New_York"),
  ]
}
