/// A time given by its distance from another one: `T+15m` from the start, `+25m` from the row before.
struct ElapsedTime: Hashable, Sendable {
  let seconds: Int64
  let isSincePrevious: Bool
}

/// Readers of times that count from something: the incident's start, the row before, the year 1970.
extension TimeReader {
  mutating func readElapsed() -> Bool {
    let found: ElapsedTime? = cursor.attempt { cursor in
      let isSinceStart = cursor.takeStartMark()
      cursor.skipGap()
      let isBack = cursor.peek() != UInt8(ascii: "+") && cursor.dashLength() > 0
      guard cursor.take("+") || isSinceStart && cursor.takeDash() else {
        // `T0` and `T=0`, the start itself.
        guard isSinceStart, cursor.take("=") || true, cursor.take("0"), cursor.isAtWordEnd else { return nil }
        return ElapsedTime(seconds: cursor.secondsBehindZero() ?? 0, isSincePrevious: false)
      }
      cursor.skipGap()
      guard let seconds = cursor.elapsedSeconds(needsUnit: !isSinceStart) else { return nil }
      return ElapsedTime(seconds: isBack ? -seconds : seconds, isSincePrevious: !isSinceStart)
    }
    guard let found else { return false }
    expression.elapsed = found
    // `T0 (2022-08-30 20:10 UTC)` gives the start itself.
    let _: Bool? = cursor.attempt { cursor in
      cursor.skipGap()
      let isStated = cursor.take("(") || cursor.take("=") || cursor.take(":") || cursor.takeWord("is")
      cursor.skipGap()
      guard isStated, let time = TimeReader.read(cursor), time.clock != nil else {
        return nil
      }
      expression.elapsed = nil
      expression.isBase = true
      expression.date = time.date
      expression.clock = time.clock
      expression.zone = time.zone
      cursor.index = time.range.upperBound
      return cursor.take(")") ? true : true
    }
    return true
  }

  /// `1678795500`, seconds since 1970 as logs write them; those of the years 2001 to 2039.
  mutating func readEpoch() -> Bool {
    let found: Int64? = cursor.attempt { cursor in
      guard cursor.digitCount == 10, let first = cursor.peekDigits(10), (1_000_000_000..<2_200_000_000).contains(first)
      else { return nil }
      cursor.index += 10
      return cursor.isAtEnd || cursor.gapLength() > 0 || ":,;|)]".utf8.contains(cursor.peek()) ? first : nil
    }
    guard let found else { return false }
    let second = Int(found % 86_400)
    expression.date = .day(Day(daysSinceEpoch: Int(found / 86_400)))
    expression.clock = Clock(
      hour: second / 3600, minute: second / 60 % 60, second: second % 60, precision: .second)
    expression.zone = .utc
    return true
  }
}

extension ByteCursor {
  /// The `T` of `T+15m`, `T0` and `T - 5 min`.
  fileprivate mutating func takeStartMark() -> Bool {
    guard peek() | 0x20 == UInt8(ascii: "t") else { return false }
    var copy = self
    copy.index += 1
    let isZero = peek() == UInt8(ascii: "T") && (copy.peek() == UInt8(ascii: "0") || copy.peek() == UInt8(ascii: "="))
    if copy.skipGap() > 0 || copy.peek() == UInt8(ascii: "+") || copy.dashLength() > 0 || isZero {
      guard isZero || copy.peek() == UInt8(ascii: "+") || copy.dashLength() > 0 else { return false }
      var tail = copy
      if !isZero {
        _ = tail.take("+") || tail.takeDash()
        tail.skipGap()
        guard tail.peek().isASCIIDigit else { return false }
      }
      index += 1
      return true
    }
    return false
  }

  /// The `+ 2h` of `T0 + 2h`.
  fileprivate mutating func secondsBehindZero() -> Int64? {
    attempt { cursor in
      cursor.skipGap()
      guard cursor.take("+") else { return nil }
      cursor.skipGap()
      return cursor.elapsedSeconds(needsUnit: false)
    }
  }

  /// `1h15m`, `15 min`, `2 hours`, `0:15`, `1:15:00`; a bare number counts minutes where no unit is asked for.
  fileprivate mutating func elapsedSeconds(needsUnit: Bool) -> Int64? {
    var total: Int64 = 0
    var parts = 0
    while parts < 3, let part = elapsedPart(needsUnit: needsUnit || parts > 0) {
      total += part
      parts += 1
    }
    return parts > 0 && !peek().isASCIIDigit ? total : nil
  }

  private mutating func elapsedPart(needsUnit: Bool) -> Int64? {
    attempt { cursor in
      cursor.skipGap()
      guard let number = cursor.number(digits: 1...4) else { return nil }
      if cursor.peek() == UInt8(ascii: ":"), cursor.peek(1).isASCIIDigit {
        cursor.index += 1
        guard let second = cursor.number(digits: 2...2) else { return nil }
        guard cursor.peek() == UInt8(ascii: ":"), cursor.peek(1).isASCIIDigit else {
          return Int64(number * 3600 + second * 60)
        }
        cursor.index += 1
        guard let third = cursor.number(digits: 2...2) else { return nil }
        return Int64(number * 3600 + second * 60 + third)
      }
      var tail = cursor
      tail.skipGap()
      let word = tail.word()
      let scale: Int64
      switch word {
      case "d", "day", "days": scale = 86_400
      case "h", "hr", "hrs", "hour", "hours", "std": scale = 3600
      case "m", "min", "mins", "minute", "minutes", "minuten": scale = 60
      case "s", "sec", "secs", "second", "seconds": scale = 1
      default: return needsUnit ? nil : Int64(number) * 60
      }
      tail.index += word.utf8.count
      cursor = tail
      return Int64(number) * scale
    }
  }

  fileprivate func peekDigits(_ count: Int) -> Int64? {
    (0..<count).reduce(Int64?(0)) { sum, ahead in
      peek(ahead).isASCIIDigit ? sum.map { $0 * 10 + Int64(peek(ahead) - UInt8(ascii: "0")) } : nil
    }
  }
}
