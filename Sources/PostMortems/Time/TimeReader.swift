/// Reads the date and time at the head of a text, in every shape that post-mortems are written in.
package struct TimeReader {
  var cursor: ByteCursor
  var expression = TimeExpression()
  /// Brackets opened in front of the time and not yet closed.
  var brackets = 0
  /// Whether a word such as `between` announces a range.
  var isBetween = false

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
    if readElapsed() || readEpoch() || readDateThenClock(bareNumber: bareNumber)
      || readClockThenDate(bareNumber: bareNumber)
    {
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
    readNumbering()
    while true {
      if cursor.skipGap() > 0 { continue }
      let byte = cursor.peek()
      if byte == UInt8(ascii: "("), brackets > 0 { return }
      if "([{<".utf8.contains(byte) {
        brackets += 1
        cursor.index += 1
      } else if "#|>\"\\,".utf8.contains(byte) || byte == UInt8(ascii: "@") && cursor.peek(1).isASCIIDigit {
        cursor.index += 1
      } else if readApproximation() || readPreposition() || readEmoji() {
        continue
      } else if cursor.dashLength() > 0, cursor.peek(cursor.dashLength()) != UInt8(ascii: "-") {
        _ = cursor.takeDash()
      } else {
        return
      }
    }
  }

  /// `3.1. ` of a numbered paragraph, where a date follows that it cannot be part of.
  private mutating func readNumbering() {
    let _: Bool? = cursor.attempt { cursor in
      cursor.skipGap()
      guard cursor.number(digits: 1...2) != nil, cursor.take("."), cursor.number(digits: 1...2) != nil else {
        return nil
      }
      _ = cursor.take(".")
      guard cursor.skipGap() > 0 else { return nil }
      var ahead = cursor
      let word = ahead.word()
      if ahead.peek().isASCIIUppercase, Self.prepositions.contains(word) {
        ahead.index += word.utf8.count
        return ahead.skipGap() > 0 && ahead.peek().isASCIIDigit ? true : nil
      }
      return ahead.isoDate() == nil ? nil : true
    }
  }

  private static let approximationSigns: [[UInt8]] = [[0x7E], [0xE2, 0x89, 0x88], [0xE2, 0x88, 0xBC], [0xC2, 0xB1]]
  private static let approximations: Set<String> = [
    "around", "about", "approximately", "approx", "circa", "ca", "c", "roughly", "early", "late",
  ]
  private static let prepositions: Set<String> = [
    "at", "on", "from", "between", "by", "since", "after", "before", "until", "le", "el", "am", "op", "il", "em",
    "vers", "gegen", "um", "om", "rond", "ore", "alle", "kl", "klokken",
  ]

  private mutating func readApproximation() -> Bool {
    for sign in Self.approximationSigns
    where cursor.peek() == sign[0] && (0..<sign.count).allSatisfy({ cursor.peek($0) == sign[$0] }) {
      cursor.index += sign.count
      expression.isApproximate = true
      return true
    }
    guard cursor.peek().isASCIILetter else { return false }
    let word = cursor.word()
    guard Self.approximations.contains(word) else { return false }
    let end = cursor.peek(word.utf8.count)
    guard end == UInt8(ascii: ".") || end == 0x20 || end == 0xC2 || word == "c" && end.isASCIIDigit else {
      return false
    }
    cursor.index += word.utf8.count
    _ = cursor.take(".")
    expression.isApproximate = true
    return true
  }

  /// An emoji or a shortcode for one, `:fire:`.
  private mutating func readEmoji() -> Bool {
    let byte = cursor.peek()
    if byte == 0xF0, cursor.peek(1) == 0x9F {
      cursor.index = min(cursor.index + 4, cursor.end)
      return true
    }
    if byte == 0xE2, (0x98...0x9E).contains(cursor.peek(1)) || cursor.peek(1) == 0x8F {
      cursor.index += 3
      return true
    }
    // A bullet that its author typed.
    if byte == 0xE2,
      cursor.peek(1) == 0x80 && [0xA2, 0xA3].contains(cursor.peek(2))
        || byte == 0xE2
          && [0x96, 0x97].contains(cursor.peek(1))
    {
      cursor.index += 3
      return true
    }
    if byte == 0xEF, cursor.peek(1) == 0xB8, cursor.peek(2) == 0x8F {
      cursor.index += 3
      return true
    }
    let shortcode: Bool? = cursor.attempt { cursor in
      guard cursor.take(":"), cursor.peek().isASCIILetter else { return nil }
      while cursor.peek().isASCIILetter || cursor.peek().isASCIIDigit || "_-+".utf8.contains(cursor.peek()) {
        cursor.index += 1
      }
      return cursor.take(":") ? true : nil
    }
    return shortcode == true
  }

  private mutating func readPreposition() -> Bool {
    guard cursor.peek().isASCIILetter else { return false }
    let word = cursor.word()
    let hasStop = word == "kl" && cursor.peek(2) == UInt8(ascii: ".")
    guard Self.prepositions.contains(word), cursor.gapLength(word.utf8.count + (hasStop ? 1 : 0)) > 0 else {
      return false
    }
    isBetween = word == "between" || word == "from"
    if ["by", "since", "after", "before", "until"].contains(word) { expression.isApproximate = true }
    cursor.index += word.utf8.count + (hasStop ? 1 : 0)
    return true
  }
}
