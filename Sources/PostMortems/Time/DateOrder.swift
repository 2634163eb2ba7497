internal import Markdown

/// Whether `05/07/2023` is 5 July or 7 May.
package enum DateOrder: Sendable {
  case dayFirst, monthFirst

  /// What the dates of one document say together: a number over 12 decides; failing that, the order that brings them
  /// closer to a known day; nil where neither does.
  static func decide(_ dates: [DateExpression], near day: Day?) -> DateOrder? {
    let pairs = dates.compactMap { date -> (Int, Int, Int?)? in
      guard case .numeric(let first, let second, let year) = date else { return nil }
      return (first, second, year)
    }
    let dayFirst = pairs.count { $0.0 > 12 }
    let monthFirst = pairs.count { $0.1 > 12 }
    if dayFirst != monthFirst { return dayFirst > monthFirst ? .dayFirst : .monthFirst }
    guard let day, !pairs.isEmpty else { return nil }
    func distance(_ order: DateOrder) -> Int {
      pairs.reduce(0) { sum, pair in
        let read = order.day(pair.0, pair.1, year: pair.2, near: day)
        return sum + min(read.map { abs($0.daysSinceEpoch - day.daysSinceEpoch) } ?? 400, 400)
      }
    }
    let (asDayFirst, asMonthFirst) = (distance(.dayFirst), distance(.monthFirst))
    if asDayFirst == asMonthFirst { return nil }
    return asDayFirst < asMonthFirst ? .dayFirst : .monthFirst
  }

  /// What all of a document's dates with slashes or dashes say together.
  static func of(_ document: Document) -> DateOrder? {
    let dates = document.nodes.flatMap { node -> [DateExpression] in
      guard case .text(let run) = node.kind else { return [] }
      let bytes = document.bytes(run)
      guard bytes.withUnsafeBufferPointer(mayHoldNumeric) else { return [] }
      return DateFinder.dates(in: Array(bytes)).map(\.date)
    }
    return dates.isEmpty ? nil : decide(dates, near: nil)
  }

  /// Whether a slash or dash stands between two digits, as in every date that speaks for an order.
  private static func mayHoldNumeric(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 1
    while index + 1 < bytes.count {
      let byte = bytes[index]
      let isSeparator = byte == UInt8(ascii: "/") || byte == UInt8(ascii: "-")
      if isSeparator, bytes[index - 1].isASCIIDigit, bytes[index + 1].isASCIIDigit { return true }
      index += 1
    }
    return false
  }

  func day(_ first: Int, _ second: Int, year: Int?, near day: Day?) -> Day? {
    let (month, dayOfMonth) = self == .dayFirst ? (second, first) : (first, second)
    if let year { return Day(year: year, month: month, day: dayOfMonth) }
    return day.flatMap { Day(month: month, day: dayOfMonth, near: $0) }
  }
}

extension Day {
  /// The day of that name in the year that brings it closest to another day.
  init?(month: Int, day: Int, near other: Day) {
    let years = [other.year, other.year - 1, other.year + 1]
    let days = years.compactMap { Day(year: $0, month: month, day: day) }
    let nearest = days.min {
      abs($0.daysSinceEpoch - other.daysSinceEpoch) < abs($1.daysSinceEpoch - other.daysSinceEpoch)
    }
    guard let nearest else { return nil }
    self = nearest
  }
}

/// What a written date comes to.
enum DateResolution: Hashable {
  case day(Day)
  /// Two readings, and nothing to choose between them.
  case ambiguous(Day, Day)
  case unknown
}

extension DateExpression {
  /// Completes the date: a missing year from the nearest day, a weekday from the days that follow it.
  func resolved(order: DateOrder?, near other: Day?) -> DateResolution {
    switch self {
    case .day(let day): return .day(day)
    case .monthDay(let month, let day):
      return other.flatMap { Day(month: month, day: day, near: $0) }.map { .day($0) } ?? .unknown
    case .nth: return .unknown
    case .following: return other.map { .day($0.adding(days: 1)) } ?? .unknown
    case .weekday(let weekday):
      guard let other else { return .unknown }
      let ahead = (weekday - other.weekday + 7) % 7
      return .day(other.adding(days: ahead == 6 ? -1 : ahead))
    case .numeric(let first, let second, let year):
      let dayFirst = DateOrder.dayFirst.day(first, second, year: year, near: other)
      let monthFirst = DateOrder.monthFirst.day(first, second, year: year, near: other)
      switch (dayFirst, monthFirst) {
      case (let one?, let two?) where one != two:
        guard let order else { return .ambiguous(one, two) }
        return .day(order == .dayFirst ? one : two)
      case (let day?, _), (nil, let day?): return .day(day)
      case (nil, nil): return .unknown
      }
    }
  }
}
