/// The time itself: a date and a clock, in either order.
extension TimeReader {
  mutating func readDateThenClock(bareNumber: Bool) -> Bool {
    let start = cursor.index
    guard let date = cursor.date() else { return false }
    // A weekday alone says nothing that a row could be filed under.
    if case .weekday = date {
      guard let clock = clockBehindDate() else {
        cursor.index = start
        return false
      }
      expression.clock = clock
    } else {
      expression.date = date
      readDateRange(of: date)
      expression.clock = clockBehindDate()
    }
    expression.date = expression.date ?? date
    if expression.clock != nil { readZone() } else { readPlaceholderClock() }
    return true
  }

  /// `29-30` and `3rd – 5th` behind the day of a named month, with the year of both behind the second.
  private mutating func readDateRange(of date: DateExpression) {
    guard case .monthDay(let month, let first) = date else { return }
    expression.endDate = cursor.attempt { cursor in
      cursor.skipGap()
      guard cursor.takeDash() else { return nil }
      cursor.skipGap()
      guard let day = cursor.number(digits: 1...2), day > first, day <= 31 else { return nil }
      if ["st", "nd", "rd", "th"].contains(cursor.word()) { cursor.index += 2 }
      guard !cursor.peek().isASCIILetter, cursor.peek() != UInt8(ascii: ":"), cursor.peek() != UInt8(ascii: ".") else {
        return nil
      }
      return cursor.dated(month: month, day: day)
    }
    if case .day(let end) = expression.endDate, let start = Day(year: end.year, month: month, day: first) {
      expression.date = .day(start)
    }
  }

  private mutating func clockBehindDate() -> Clock? {
    var isApproximate = false
    var isRange = false
    let clock: Clock? = cursor.attempt { cursor in
      if cursor.peek() | 0x20 == UInt8(ascii: "t"), cursor.peek(1).isASCIIDigit {
        cursor.index += 1
        return cursor.clock(bareNumber: true)
      }
      let gap = cursor.skipGap()
      // A weekday has taken the blank behind it.
      var parted = gap > 0 || cursor.peek(-1) == 0x20 || cursor.peek(-1) == UInt8(ascii: ",")
      for separator: Unicode.Scalar in [",", ":", "@", ";", "|"] where cursor.take(separator) { parted = true }
      if cursor.skipGap() > 0, cursor.takeDash() { parted = true }
      cursor.skipGap()
      if cursor.takeAccentedA() { cursor.skipGap() }
      for word in [
        "at", "um", "om", "a", "alle", "ore", "las", "around", "about", "ca", "c", "circa", "approx", "approximately",
        "vers", "gegen", "between", "from",
      ] where cursor.takeWord(word) {
        isApproximate = isApproximate || !Self.exact.contains(word)
        isRange = word == "between" || word == "from"
        _ = cursor.take(".")
        cursor.skipGap()
      }
      if cursor.take("~") {
        isApproximate = true
        cursor.skipGap()
      }
      if cursor.take("["), gap > 0 { cursor.skipGap() }
      return parted ? cursor.clock(bareNumber: true) ?? cursor.fullHour() : nil
    }
    if clock != nil, isApproximate { expression.isApproximate = true }
    if clock != nil, isRange { isBetween = true }
    return clock
  }

  private static let exact: Set<String> = ["at", "um", "om", "a", "alle", "ore", "las", "between", "from"]

  private mutating func readPlaceholderClock() {
    let _: Bool? = cursor.attempt { cursor in
      guard cursor.skipGap() > 0, let end = cursor.placeholder() else { return nil }
      cursor.index = end
      return true
    }
  }

  mutating func readClockThenDate(bareNumber: Bool) -> Bool {
    guard let clock = cursor.clock(bareNumber: bareNumber) ?? sharedMeridiemClock() else { return false }
    expression.clock = clock
    readZone()
    expression.date = cursor.attempt { cursor in
      cursor.skipGap()
      _ = cursor.take(",")
      cursor.skipGap()
      let isBracketed = cursor.take("(")
      let isIntroduced = cursor.takeWord("on") || isBracketed
      cursor.skipGap()
      let isWeekday = cursor.peek().isASCIIUppercase && CalendarWords.weekday(cursor.word()) != nil
      guard let date = cursor.date() else { return nil }
      if case .weekday = date, !isBracketed { return nil }
      if isBracketed {
        cursor.skipGap()
        return cursor.take(")") ? date : nil
      }
      let end = cursor
      return isIntroduced || isWeekday || end.endsHead() ? date : nil
    }
    if expression.zone == nil { readZone() }
    return true
  }

  /// The `8` of `8 - 9 PM` and the `4` of `between 4 and 5:15pm`.
  private mutating func sharedMeridiemClock() -> Clock? {
    cursor.attempt { cursor in
      guard let hour = cursor.number(digits: 1...2), (1...12).contains(hour) else { return nil }
      var tail = cursor
      tail.skipGap()
      guard tail.takeDash() else { return nil }
      tail.skipGap()
      guard let end = tail.clock(), end.hasMeridiem else { return nil }
      return Clock(hour: hour, precision: .hour, meridiem: end.second >= 43_200 ? .pm : .am)
    }
  }

  private mutating func readZone() {
    _ = cursor.hourWord()
    if let zone = cursor.zone() { expression.zone = zone }
  }
}

extension ByteCursor {
  /// `10h`, `10 Uhr`: an hour without minutes, which only behind a date is no length of time.
  fileprivate mutating func fullHour() -> Clock? {
    attempt { cursor in
      guard let hour = cursor.number(digits: 1...2), hour < 24, cursor.hourWord() else { return nil }
      return Clock(hour: hour, precision: .hour)
    }
  }

  /// `à` and `às` in front of a clock.
  fileprivate mutating func takeAccentedA() -> Bool {
    guard peek() == 0xC3, peek(1) == 0xA0 else { return false }
    index += peek(2) == UInt8(ascii: "s") ? 3 : 2
    return true
  }
}
