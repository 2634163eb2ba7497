/// Readers of dates.
extension ByteCursor {
  /// A date of any form, with the weekday before or behind it.
  mutating func date() -> DateExpression? {
    attempt { cursor in
      let weekday = cursor.weekdayPrefix()
      if let date = cursor.isoDate() ?? cursor.compactDate() ?? cursor.namedDate() ?? cursor.numericDate() {
        cursor.skipBracketedWeekday()
        return date
      }
      return weekday.map { .weekday($0) }
    }
  }

  /// `Monday, `, `Sat. `: a weekday in capitals with what parts it from the date.
  private mutating func weekdayPrefix() -> Int? {
    attempt { cursor in
      guard cursor.peek().isASCIIUppercase, cursor.mayBeginCalendarWord else { return nil }
      let word = cursor.word()
      guard let weekday = CalendarWords.weekday(word) else { return nil }
      cursor.index += word.utf8.count
      _ = cursor.take(".")
      _ = cursor.take(",")
      guard cursor.skipGap() > 0 || cursor.isAtEnd || cursor.peek() == UInt8(ascii: ":") else { return nil }
      _ = cursor.takeWord("the")
      cursor.skipGap()
      return weekday
    }
  }

  private mutating func skipBracketedWeekday() {
    let _: Bool? = attempt { cursor in
      cursor.skipGap()
      let isBracketed = cursor.take("(")
      _ = isBracketed || cursor.take(",")
      cursor.skipGap()
      guard cursor.mayBeginCalendarWord else { return nil }
      let word = cursor.word()
      guard CalendarWords.weekday(word) != nil, cursor.peek().isASCIIUppercase else { return nil }
      cursor.index += word.utf8.count
      return !isBracketed || cursor.take(")") ? true : nil
    }
  }

  /// `2019-07-02`, `2019/7/2`, `2019.07.02`.
  mutating func isoDate() -> DateExpression? {
    attempt { cursor in
      guard let year = cursor.number(digits: 4...4) else { return nil }
      let separator = cursor.peek()
      guard separator == UInt8(ascii: "/") || separator == UInt8(ascii: ".") || cursor.dashLength() > 0 else {
        return nil
      }
      cursor.index += max(cursor.dashLength(), 1)
      guard let month = cursor.number(digits: 1...2), cursor.takeSame(separator),
        let day = cursor.number(digits: 1...2), !cursor.isFollowedByMore(separator)
      else { return nil }
      return Day(year: year, month: month, day: day).map { .day($0) }
    }
  }

  private mutating func takeSame(_ separator: UInt8) -> Bool {
    if separator == 0xE2 { return takeDash() }
    guard peek() == separator else { return false }
    index += 1
    return true
  }

  private func isFollowedByMore(_ separator: UInt8) -> Bool {
    let isJoined = peek() == separator && separator != 0xE2 && peek(1).isASCIIDigit
    return peek().isASCIIDigit || isJoined && separator != UInt8(ascii: "-")
  }

  /// `20190702`.
  private mutating func compactDate() -> DateExpression? {
    attempt { cursor in
      guard let digits = cursor.number(digits: 8...8), digits >= 19_000_000, digits < 21_000_000 else { return nil }
      return Day(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100).map { .day($0) }
    }
  }

  /// `05/07/2023`, `01-16-2024`, `24/07/25`, `5.6.2021`; `04/25` and `12-05` in front of a clock or an end.
  private mutating func numericDate() -> DateExpression? {
    attempt { cursor in
      guard let first = cursor.number(digits: 1...2) else { return nil }
      let separator = cursor.peek()
      let isDot = separator == UInt8(ascii: ".")
      guard separator == UInt8(ascii: "/") || separator == UInt8(ascii: "-") || isDot else { return nil }
      cursor.index += 1
      guard let second = cursor.number(digits: 1...2), (1...31).contains(first), (1...31).contains(second) else {
        return nil
      }
      if cursor.peek() == separator, cursor.peek(1).isASCIIDigit {
        cursor.index += 1
        guard let year = cursor.year(), !cursor.peek().isASCIIDigit else { return nil }
        // Whoever parts a date with dots writes its day first.
        return isDot
          ? Day(year: year, month: second, day: first).map { .day($0) }
          : max(min(first, second), 1) <= 12 ? .numeric(first, second, year: year) : nil
      }
      guard !isDot, min(first, second) <= 12, cursor.endsShortDate() else { return nil }
      return .numeric(first, second, year: nil)
    }
  }

  /// Four digits, or two that stand for 1970–2069.
  private mutating func year() -> Int? {
    if let year = number(digits: 4...4) { return (1900...2200).contains(year) ? year : nil }
    return number(digits: 2...2).map { $0 < 70 ? 2000 + $0 : 1900 + $0 }
  }

  private func endsShortDate() -> Bool {
    var copy = self
    let gap = copy.skipGap()
    if copy.isAtEnd || copy.peek() == UInt8(ascii: ":") || copy.peek() == UInt8(ascii: "]") { return true }
    _ = copy.take(",")
    copy.skipGap()
    return gap > 0 && (copy.clock(bareNumber: true) != nil || copy.dashLength() > 0)
  }

  /// `June 14th, 2022`, `Feb 20 2018`, `5 June 2026`, `19. April`, `6th of May`.
  private mutating func namedDate() -> DateExpression? {
    monthFirst() ?? dayFirst()
  }

  /// Whether the bytes ahead may be a month or a day of the week, which few words may.
  var mayBeginCalendarWord: Bool { CalendarWords.mayBegin(peek(), peek(1), peek(2)) }

  /// A month's name; one that is an everyday word too, `mars` and `may`, has a capital, or a day and a year around it.
  private mutating func monthName(isBehindDay: Bool = false) -> Int? {
    guard mayBeginCalendarWord else { return nil }
    let (word, length) = foldedWord
    guard let month = CalendarWords.month(word) else { return nil }
    let isSmall = CalendarWords.everydayMonths.contains(word) && !peek().isASCIIUppercase
    if isSmall, !(isBehindDay && isInFrontOfYear(length)) { return nil }
    index += length
    _ = take(".")
    return month
  }

  /// Whether a year's four digits stand behind the next bytes and a blank.
  private func isInFrontOfYear(_ length: Int) -> Bool {
    peek(length) == 0x20 && (1...4).allSatisfy { peek(length + $0).isASCIIDigit } && !peek(length + 5).isASCIIDigit
  }

  /// The letters ahead in lower case with accents taken off, and the bytes that they take: `décembre` is `decembre`.
  private var foldedWord: (word: String, length: Int) {
    var length = 0
    let word = String(unsafeUninitializedCapacity: 24) { buffer in
      var count = 0
      while length < 24 {
        let byte = peek(length)
        if byte.isASCIILetter {
          buffer[count] = byte | 0x20
          length += 1
        } else if byte == 0xC3, let base = Self.unaccented(peek(length + 1) | 0x20) {
          buffer[count] = base
          length += 2
        } else {
          break
        }
        count += 1
      }
      return count
    }
    return (word, length)
  }

  /// The letter without its accent, by the second byte of a small letter that has one.
  private static func unaccented(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0xA1, 0xA3, 0xA4: UInt8(ascii: "a")
    case 0xA7: UInt8(ascii: "c")
    case 0xA8, 0xA9: UInt8(ascii: "e")
    case 0xBB, 0xBC: UInt8(ascii: "u")
    default: nil
    }
  }

  private mutating func monthFirst() -> DateExpression? {
    attempt { cursor in
      guard let month = cursor.monthName() else { return nil }
      if cursor.skipGap() == 0 { _ = cursor.takeDash() }
      _ = cursor.takeWord("the")
      cursor.skipGap()
      guard let day = cursor.ordinal() else { return nil }
      return cursor.dated(month: month, day: day)
    }
  }

  private mutating func dayFirst() -> DateExpression? {
    attempt { cursor in
      guard let day = cursor.ordinal() else { return nil }
      _ = cursor.take(".")
      if cursor.skipGap() == 0, !cursor.takeDash() { _ = cursor.take("/") }
      if cursor.takeWord("of") || cursor.takeWord("de") || cursor.takeWord("di") { cursor.skipGap() }
      guard let month = cursor.monthName(isBehindDay: true), !cursor.peek().isASCIILetter else { return nil }
      return cursor.dated(month: month, day: day)
    }
  }

  /// `14`, `14th`: a day of the month that is not a clock's hour.
  private mutating func ordinal() -> Int? {
    attempt { cursor in
      guard let day = cursor.number(digits: 1...2), (1...31).contains(day) else { return nil }
      let suffix = cursor.word()
      if ["st", "nd", "rd", "th"].contains(suffix) {
        cursor.index += 2
      } else if !suffix.isEmpty {
        return nil
      }
      let isClock = cursor.peek() == UInt8(ascii: ":") || cursor.peek() == UInt8(ascii: ".")
      return isClock && cursor.peek(1).isASCIIDigit ? nil : day
    }
  }

  /// Adds the year behind a day and month, unless those four digits are a clock in front of a zone.
  mutating func dated(month: Int, day: Int) -> DateExpression? {
    let year: Int? = attempt { cursor in
      _ = cursor.take(",")
      let isSlashed = cursor.peek() == UInt8(ascii: "/")
      if cursor.skipGap() == 0, !cursor.takeDash() { _ = cursor.take("/") }
      if cursor.takeWord("de") || cursor.takeWord("del") { cursor.skipGap() }
      if isSlashed, cursor.digitCount == 2 { return cursor.year() }
      guard let year = cursor.number(digits: 4...4), (1900...2200).contains(year), !cursor.peek().isASCIILetter,
        cursor.peek() != UInt8(ascii: ":") || !cursor.peek(1).isASCIIDigit
      else { return nil }
      var tail = cursor
      return tail.zone() == nil ? year : nil
    }
    guard let year else { return day <= 31 ? .monthDay(month: month, day: day) : nil }
    return Day(year: year, month: month, day: day).map { .day($0) }
  }
}
