/// Reads the date and time at the head of a text, in every shape that post-mortems are written in.
package struct TimeReader {
  private var cursor: ByteCursor
  private var expression = TimeExpression()
  private var brackets = 0
  private var isBetween = false

  /// The expression at the head of a text; nil where it begins with anything else.
  ///
  /// `bareNumber` also reads `0730`, as columns and headings of times have it.
  static func read(_ cursor: ByteCursor, bareNumber: Bool = false) -> TimeExpression? {
    var reader = TimeReader(cursor: cursor)
    return reader.readWhole(bareNumber: bareNumber)
  }

  static func read(_ text: some StringProtocol, bareNumber: Bool = false) -> TimeExpression? {
    read(ByteCursor(text), bareNumber: bareNumber)
  }

  private init(cursor: ByteCursor) {
    self.cursor = cursor
  }

  private mutating func readWhole(bareNumber: Bool) -> TimeExpression? {
    readLead()
    let start = cursor.index
    if readDateThenClock(bareNumber: bareNumber) || readClockThenDate(bareNumber: bareNumber) {
      readRange()
      readSecondReading()
    } else if let end = cursor.placeholder() {
      expression.isReadable = false
      cursor.index = end
    } else {
      return nil
    }
    expression.range = start..<cursor.index
    readTail()
    expression.rest = cursor.index
    return expression
  }
}

// MARK: What stands before the time
extension TimeReader {
  /// Blanks, marks, opening brackets, `~`, and words such as `around`.
  private mutating func readLead() {
    while true {
      if cursor.skipGap() > 0 { continue }
      let byte = cursor.peek()
      if byte == UInt8(ascii: "("), brackets > 0 { return }
      if "([{<".utf8.contains(byte) {
        brackets += 1
        cursor.index += 1
      } else if "#|>\"\\,".utf8.contains(byte) {
        cursor.index += 1
      } else if readApproximation() || readPreposition() {
        continue
      } else if cursor.dashLength() > 0, cursor.peek(cursor.dashLength()) != UInt8(ascii: "-") {
        _ = cursor.takeDash()
      } else {
        return
      }
    }
  }

  private mutating func readApproximation() -> Bool {
    let signs: [[UInt8]] = [[0x7E], [0xE2, 0x89, 0x88], [0xE2, 0x88, 0xBC], [0xC2, 0xB1]]
    for sign in signs where (0..<sign.count).allSatisfy({ cursor.peek($0) == sign[$0] }) {
      cursor.index += sign.count
      expression.isApproximate = true
      return true
    }
    let word = cursor.word()
    guard ["around", "about", "approximately", "approx", "circa", "ca", "c", "roughly", "early", "late"].contains(word)
    else { return false }
    let end = cursor.peek(word.utf8.count)
    guard end == UInt8(ascii: ".") || end == 0x20 || end == 0xC2 || word == "c" && end.isASCIIDigit else {
      return false
    }
    cursor.index += word.utf8.count
    _ = cursor.take(".")
    expression.isApproximate = true
    return true
  }

  private mutating func readPreposition() -> Bool {
    let word = cursor.word()
    guard ["at", "on", "from", "between", "by", "since", "after", "before", "until"].contains(word),
      cursor.gapLength(word.utf8.count) > 0
    else { return false }
    isBetween = word == "between" || word == "from"
    if ["by", "since", "after", "before", "until"].contains(word) { expression.isApproximate = true }
    cursor.index += word.utf8.count
    return true
  }
}

// MARK: The time itself
extension TimeReader {
  private mutating func readDateThenClock(bareNumber: Bool) -> Bool {
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
      var parted = gap > 0
      for separator: Unicode.Scalar in [",", ":", "@", ";", "|"] where cursor.take(separator) { parted = true }
      if cursor.skipGap() > 0, cursor.takeDash() { parted = true }
      cursor.skipGap()
      for word in ["at", "around", "about", "ca", "c", "circa", "approx", "approximately", "between", "from"]
      where cursor.takeWord(word) {
        isApproximate = isApproximate || !["at", "between", "from"].contains(word)
        isRange = word == "between" || word == "from"
        _ = cursor.take(".")
        cursor.skipGap()
      }
      if cursor.take("~") { isApproximate = true }
      if cursor.take("["), gap > 0 { cursor.skipGap() }
      return parted ? cursor.clock(bareNumber: true) : nil
    }
    if clock != nil, isApproximate { expression.isApproximate = true }
    if clock != nil, isRange { isBetween = true }
    return clock
  }

  private mutating func readPlaceholderClock() {
    let _: Bool? = cursor.attempt { cursor in
      guard cursor.skipGap() > 0, let end = cursor.placeholder() else { return nil }
      cursor.index = end
      return true
    }
  }

  private mutating func readClockThenDate(bareNumber: Bool) -> Bool {
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

// MARK: What stands behind the time
extension TimeReader {
  private mutating func readRange() {
    let first = expression
    let found: (date: DateExpression?, clock: Clock?, zone: Zone?)? = cursor.attempt { [isBetween] cursor in
      let gap = cursor.skipGap()
      let isJoined =
        cursor.takeDash()
        || gap > 0
          && (cursor.takeWord("to") || cursor.takeWord("until") || cursor.takeWord("till")
            || cursor.takeWord("through") || isBetween && cursor.takeWord("and"))
      guard isJoined else { return nil }
      cursor.skipGap()
      while cursor.take("~") { cursor.skipGap() }
      return Self.rangeEnd(&cursor, of: first)
    }
    guard let found else { return }
    expression.endDate = found.date ?? expression.endDate
    expression.endClock = found.clock
    if let zone = found.zone, expression.zone == nil { expression.zone = zone }
    shareMeridiem()
  }

  private static func rangeEnd(_ cursor: inout ByteCursor, of first: TimeExpression)
    -> (date: DateExpression?, clock: Clock?, zone: Zone?)?
  {
    guard let start = first.clock else {
      guard let date = cursor.date(), !date.isWeekday else { return nil }
      if case .day = date { return (date, nil, nil) }
      guard cursor.endsHead() else { return nil }
      return (date, nil, nil)
    }
    let date: DateExpression? = cursor.attempt { cursor in
      guard let date = cursor.date(), cursor.skipGap() > 0 || cursor.take(",") else { return nil }
      cursor.skipGap()
      let tail = cursor
      var clock = tail
      return clock.clock(bareNumber: true) != nil ? date : nil
    }
    if let clock = cursor.clock(bareNumber: date != nil) {
      let zone = cursor.zone()
      return (date, clock, zone)
    }
    if start.precision == .second, let second = cursor.number(digits: 2...2), second < 60, cursor.endsHead() {
      let minute = start.second / 60
      let clock = Clock(hour: minute / 60, minute: minute % 60, second: second, precision: .second)
      return clock.map { (nil, $0, nil) }
    }
    guard let end = cursor.placeholder() else { return nil }
    cursor.index = end
    return (nil, nil, nil)
  }

  /// `10:30 - 11:15 PM`: the clock before the dash is of the same half of the day where that keeps the order.
  private mutating func shareMeridiem() {
    guard var start = expression.clock, let end = expression.endClock, end.hasMeridiem, !start.hasMeridiem else {
      return
    }
    start.apply(end.second >= 43_200 ? .pm : .am)
    if start.second <= end.second { expression.clock = start }
  }

  /// The same time in another zone: `(6:48 PDT)`, `/ 10:00 CEST`.
  private mutating func readSecondReading() {
    guard expression.clock != nil else { return }
    let _: Bool? = cursor.attempt { cursor in
      cursor.skipGap()
      let isBracketed = cursor.take("(")
      guard isBracketed || cursor.take("/") else { return nil }
      cursor.skipGap()
      guard cursor.clock() != nil, cursor.zone() != nil else { return nil }
      return !isBracketed || cursor.take(")") ? true : nil
    }
  }

  /// Closing brackets, signs of doubt, and the punctuation that parts a time from its words.
  private mutating func readTail() {
    var hasSeparator = false
    while true {
      cursor.skipGap()
      let byte = cursor.peek()
      if ")]}>".utf8.contains(byte), brackets > 0 {
        brackets -= 1
        cursor.index += 1
      } else if byte == UInt8(ascii: "~") || byte == UInt8(ascii: "?"), !hasSeparator {
        expression.isApproximate = true
        cursor.index += 1
      } else if !hasSeparator, readDoubt() {
        continue
      } else if ":,;|.".utf8.contains(byte) {
        hasSeparator = true
        cursor.index += 1
      } else if cursor.takeArrow() || cursor.takeDash() {
        hasSeparator = true
      } else {
        return
      }
    }
  }

  /// `ca.`, `approx.`, `(approx)`, `(maybe earlier?)`, `(not sure exact time)`.
  private mutating func readDoubt() -> Bool {
    let doubts: Set<String> = ["approx", "approximately", "approximate", "ca", "circa", "ish", "about", "around"]
    let bracketed: Set<String> = doubts.union(["maybe", "not", "unsure", "estimated", "roughly", "probably"])
    let found: Bool? = cursor.attempt { cursor in
      let isBracketed = cursor.take("(")
      let word = cursor.word()
      guard (isBracketed ? bracketed : doubts).contains(word) else { return nil }
      cursor.index += word.utf8.count
      if isBracketed {
        for _ in 0..<40 where cursor.peek() != UInt8(ascii: ")") && !cursor.isAtEnd { cursor.index += 1 }
        return cursor.take(")") ? true : nil
      }
      _ = cursor.take(".")
      return cursor.peek().isASCIILetter ? nil : true
    }
    if found == true { expression.isApproximate = true }
    return found == true
  }
}
