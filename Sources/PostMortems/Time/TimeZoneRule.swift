/// How far a zone is from UTC over the year: the POSIX TZ rule in force today, applied to all dates.
///
/// Years in which other rules held (the United States before 2007, the European Union before 1996) may be an hour off
/// near the changes. Source of the format: POSIX.1-2017, section 8.3, with hours up to ±167 (RFC 8536, section 3.3.1).
package struct TimeZoneRule: Hashable, Sendable {
  /// Seconds east of UTC outside summer time.
  let standard: Int
  let summer: Summer?

  struct Summer: Hashable, Sendable {
    /// Seconds east of UTC.
    let offset: Int
    let start: Change
    let end: Change
  }

  /// The n-th weekday of a month (week 5: the last one), and the second after its midnight on the clock before.
  struct Change: Hashable, Sendable {
    let month: Int
    let week: Int
    /// 0 for Sunday … 6 for Saturday.
    let weekday: Int
    let second: Int

    /// Seconds since the epoch on the local clock.
    func localSeconds(in year: Int) -> Int {
      guard let first = Day(year: year, month: month, day: 1) else { return 0 }
      let toWeekday = (weekday + 6 - first.weekday) % 7
      var day = 1 + toWeekday + (week - 1) * 7
      while day > Day.days(in: month, of: year) { day -= 7 }
      return (first.daysSinceEpoch + day - 1) * 86_400 + second
    }
  }

  init(standard: Int, summer: Summer? = nil) {
    self.standard = standard
    self.summer = summer
  }

  /// Seconds east of UTC at a local clock reading. An hour that the clock shows twice is taken as its first showing,
  /// one that it skips as if the clock had not been changed yet.
  func offset(day: Day, second: Int) -> Int {
    guard let summer else { return standard }
    let local = day.daysSinceEpoch * 86_400 + second
    let toSummer = summer.start.localSeconds(in: day.year) + max(0, summer.offset - standard)
    let toStandard = summer.end.localSeconds(in: day.year) + max(0, standard - summer.offset)
    let isSummer =
      toSummer < toStandard
      ? local >= toSummer && local < toStandard
      : !(local >= toStandard && local < toSummer)
    return isSummer ? summer.offset : standard
  }
}

extension TimeZoneRule {
  /// Reads `CET-1CEST,M3.5.0,M10.5.0/3`; nil for the Julian-day forms, which no zone of the database uses today.
  init?(posix text: Substring) {
    var scan = PosixScan(bytes: Array(text.utf8))
    guard scan.skipName(), let west = scan.hours() else { return nil }
    standard = -west
    guard scan.skipName() else {
      summer = nil
      guard scan.isAtEnd else { return nil }
      return
    }
    let offset = scan.hours().map { -$0 } ?? -west + 3600
    guard let start = scan.change(), let end = scan.change(), scan.isAtEnd else { return nil }
    summer = Summer(offset: offset, start: start, end: end)
  }
}

private struct PosixScan {
  let bytes: [UInt8]
  var index = 0

  var isAtEnd: Bool { index >= bytes.count }

  private var byte: UInt8 { index < bytes.count ? bytes[index] : 0 }

  private mutating func take(_ wanted: Character) -> Bool {
    guard byte == wanted.asciiValue else { return false }
    index += 1
    return true
  }

  mutating func skipName() -> Bool {
    let start = index
    if take("<") {
      while !isAtEnd, byte != UInt8(ascii: ">") { index += 1 }
      return take(">")
    }
    while byte.isASCIILetter { index += 1 }
    return index > start
  }

  private mutating func number() -> Int? {
    let start = index
    var value = 0
    while byte.isASCIIDigit, index - start < 4 {
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
      index += 1
    }
    return index > start ? value : nil
  }

  /// `[+-]hh[:mm[:ss]]` in seconds.
  mutating func hours() -> Int? {
    let isNegative = take("-")
    if !isNegative { _ = take("+") }
    guard let hours = number() else { return nil }
    var seconds = hours * 3600
    var unit = 60
    while unit >= 1, take(":") {
      seconds += (number() ?? 0) * unit
      unit /= 60
    }
    return isNegative ? -seconds : seconds
  }

  /// `,Mm.w.d[/time]`.
  mutating func change() -> TimeZoneRule.Change? {
    guard take(","), take("M"), let month = number(), take("."), let week = number(), take("."),
      let weekday = number(), (1...12).contains(month), (1...5).contains(week), (0...6).contains(weekday)
    else { return nil }
    let second = take("/") ? hours() : 7200
    return second.map { TimeZoneRule.Change(month: month, week: week, weekday: weekday, second: $0) }
  }
}

extension UInt8 {
  var isASCIIDigit: Bool { self >= 0x30 && self <= 0x39 }

  var isASCIILetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }

  var isASCIIUppercase: Bool { self >= 0x41 && self <= 0x5A }
}
