/// Readers of times of day.
extension ByteCursor {
  /// `9:05`, `09.05`, `09:05:30`, `10:45a`, `7 pm`, `10h30`; `0730` where a bare number is expected or a zone follows.
  mutating func clock(bareNumber: Bool = false) -> Clock? {
    attempt { cursor in
      let digits = cursor.digitCount
      guard let first = cursor.number(digits: 1...4) else { return nil }
      let clock =
        digits <= 2
        ? cursor.separatedClock(hour: first)
        : cursor.compactClock(first, digits: digits, isExpected: bareNumber)
      if cursor.peek() | 0x20 == UInt8(ascii: "h"), !cursor.peek(1).isASCIILetter { cursor.index += 1 }
      guard let clock, cursor.isAtWordEnd else { return nil }
      return clock
    }
  }

  /// Whether no letter or digit follows directly, other than those of a zone.
  var isAtWordEnd: Bool {
    guard peek().isASCIIDigit == false else { return false }
    guard peek().isASCIILetter, word() != "ish" else { return true }
    var copy = self
    return copy.attachedZone() != nil
  }

  private mutating func separatedClock(hour: Int) -> Clock? {
    let separator = peek()
    let isColon = separator == UInt8(ascii: ":")
    let isSeparator = isColon || separator == UInt8(ascii: ".") || separator | 0x20 == UInt8(ascii: "h")
    if isSeparator, peek(1).isASCIIDigit, peek(2).isASCIIDigit, !peek(3).isASCIIDigit {
      index += 1
      guard let minute = number(digits: 2...2) else { return nil }
      if !isColon, peek() == UInt8(ascii: ".") && peek(1).isASCIIDigit || peek() == UInt8(ascii: "%") { return nil }
      let second = isColon ? seconds() : nil
      if peek() == UInt8(ascii: ":"), peek(1).isASCIIDigit { return nil }
      return Clock(
        hour: hour, minute: minute, second: second ?? 0, precision: second == nil ? .minute : .second,
        meridiem: meridiem())
    }
    guard let meridiem = meridiem(), (1...12).contains(hour) else { return nil }
    return Clock(hour: hour, precision: .hour, meridiem: meridiem)
  }

  /// `:30` and `:30.123`.
  private mutating func seconds() -> Int? {
    attempt { cursor in
      guard cursor.take(":"), let second = cursor.number(digits: 2...2) else { return nil }
      if cursor.peek() == UInt8(ascii: ".") || cursor.peek() == UInt8(ascii: ","), cursor.peek(1).isASCIIDigit {
        cursor.index += 1
        cursor.index += cursor.digitCount
      }
      return second
    }
  }

  private mutating func compactClock(_ number: Int, digits: Int, isExpected: Bool) -> Clock? {
    guard digits == 4, var clock = Clock(hour: number / 100, minute: number % 100, precision: .minute) else {
      return nil
    }
    if let meridiem = meridiem() {
      clock.apply(meridiem)
      return clock
    }
    var copy = self
    if copy.hourWord() || copy.zone() != nil { return clock }
    // `2022-05-??` begins no clock.
    guard isExpected, copy.skipGap() > 0 || copy.dashLength() == 0 else { return nil }
    return copy.isAtEnd || ":,)]}|;".utf8.contains(copy.peek()) || copy.dashLength() > 0 ? clock : nil
  }

  /// The `h`, `hrs`, `hours` or `Uhr` behind a clock.
  mutating func hourWord() -> Bool {
    attempt { cursor in
      let gap = cursor.skipGap()
      let word = cursor.word()
      guard ["h", "hr", "hrs", "hours", "uhr"].contains(word), gap > 0 || word != "hours" else { return nil }
      cursor.index += word.utf8.count
      return cursor.peek().isASCIIDigit ? nil : true
    } ?? false
  }

  /// `am`, `p.m.`, and a lone `a` or `p` that follows its digit directly.
  private mutating func meridiem() -> Meridiem? {
    attempt { cursor in
      let gap = cursor.skipGap()
      let meridiem: Meridiem
      switch cursor.peek() | 0x20 {
      case UInt8(ascii: "a"): meridiem = .am
      case UInt8(ascii: "p"): meridiem = .pm
      default: return nil
      }
      cursor.index += 1
      let hasDot = cursor.peek() == UInt8(ascii: ".") && cursor.peek(1) | 0x20 == UInt8(ascii: "m")
      if cursor.peek(hasDot ? 1 : 0) | 0x20 == UInt8(ascii: "m") {
        cursor.index += hasDot ? 2 : 1
        if hasDot { _ = cursor.take(".") }
      } else if gap > 0 {
        return nil
      }
      return cursor.peek().isASCIILetter || cursor.peek().isASCIIDigit ? nil : meridiem
    }
  }
}
