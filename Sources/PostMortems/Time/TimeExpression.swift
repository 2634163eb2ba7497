/// A date and time as written, before anybody decides what its missing parts are.
struct TimeExpression: Hashable, Sendable {
  var date: DateExpression?
  var clock: Clock?
  /// The far end of a range; a date only where one is written.
  var endDate: DateExpression?
  var endClock: Clock?
  var zone: Zone?
  /// The distance from another time, where that is what is written.
  var elapsed: ElapsedTime?
  /// Whether it says when the start was from which others count, `T0 = 14:02`.
  var isBase = false
  var isApproximate = false
  /// False for what looks like a time and cannot be one: `2022-05-?? HH:mm`, `11/03/202`, `25:70`.
  var isReadable = true
  /// Bytes from the time's first to behind its last.
  var range: Range<Int> = 0..<0
  /// Where the words begin that follow the time and its punctuation.
  var rest = 0

  var isDateOnly: Bool { date != nil && clock == nil }

  /// Whether it tells more than a day.
  var hasClock: Bool { clock != nil || elapsed != nil }
}

/// A date as written.
enum DateExpression: Hashable, Sendable {
  case day(Day)
  case monthDay(month: Int, day: Int)
  /// `05/07/2023` and `12-05`: which of the two is the month is for `DateOrder` to say.
  case numeric(Int, Int, year: Int?)
  /// 0 for Monday … 6 for Sunday.
  case weekday(Int)
  /// The second day of an incident is 2.
  case nth(Int)
  /// The day after the one of the row before.
  case following
}

/// A time of day as written.
struct Clock: Hashable, Sendable {
  /// 0…86,400: `24:00` is the end of its day.
  var second: Int
  var precision: Instant.Precision
  /// Whether the author said a.m. or p.m.
  var hasMeridiem = false

  init?(hour: Int, minute: Int = 0, second: Int = 0, precision: Instant.Precision, meridiem: Meridiem? = nil) {
    guard (0...24).contains(hour), (0...59).contains(minute), (0...60).contains(second),
      hour < 24 || minute == 0 && second == 0
    else { return nil }
    // A leap second is filed under the last second of its minute: instants count none.
    self.second = hour * 3600 + minute * 60 + min(second, 59)
    self.precision = precision
    if let meridiem { apply(meridiem) }
  }

  /// Applies `am` or `pm` to a clock of twelve hours; `17:30pm` and `23:00 AM` are left as they stand.
  mutating func apply(_ meridiem: Meridiem) {
    hasMeridiem = true
    guard second < 13 * 3600 else { return }
    second = second % 43_200 + (meridiem == .pm ? 43_200 : 0)
  }
}

enum Meridiem: Sendable {
  case am, pm
}
