/// What stands behind the time: the end of a range, a second zone, doubts, punctuation.
extension TimeReader {
  mutating func readRange() {
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
    if start.precision == .second, let second = cursor.number(digits: 2...2), second < 60, cursor.isAtWordEnd {
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
  mutating func readSecondReading() {
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
  mutating func readTail() {
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

  private static let doubts: Set<String> = [
    "approx", "approximately", "approximate", "ca", "circa", "ish", "about", "around",
  ]
  private static let bracketedDoubts = doubts.union(["maybe", "not", "unsure", "estimated", "roughly", "probably"])

  /// `ca.`, `approx.`, `(approx)`, `(maybe earlier?)`, `(not sure exact time)`.
  private mutating func readDoubt() -> Bool {
    guard cursor.peek() == UInt8(ascii: "(") || cursor.peek().isASCIILetter else { return false }
    let found: Bool? = cursor.attempt { cursor in
      let isBracketed = cursor.take("(")
      let word = cursor.word()
      guard (isBracketed ? Self.bracketedDoubts : Self.doubts).contains(word) else { return nil }
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
