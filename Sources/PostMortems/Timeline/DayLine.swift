/// A line that says only on which day the rows below it lie: `Day 2 — Sunday, May 5`, `Friday`, `The next morning`.
enum DayLine {
  /// The day as a time without a clock; nil for a line that says more than a day, unless a dash or colon parts it off.
  static func read(_ bytes: [UInt8]) -> TimeExpression? {
    var cursor = ByteCursor(bytes)
    while cursor.skipGap() > 0 || !cursor.isAtEnd && "#[(>".utf8.contains(cursor.peek()) {
      if cursor.gapLength() == 0 { cursor.index += 1 }
    }
    let start = cursor.index
    guard var expression = numbered(&cursor) ?? following(&cursor) ?? weekday(&cursor) else { return nil }
    expression.range = start..<max(cursor.index, expression.range.upperBound)
    if expression.rest == 0 { expression.rest = cursor.index }
    return expression
  }

  /// `Day 2`, and the date or clock behind it.
  private static func numbered(_ cursor: inout ByteCursor) -> TimeExpression? {
    cursor.attempt { cursor in
      let word = cursor.word()
      guard ["day", "tag", "jour", "dia", "dag", "giorno"].contains(word) else { return nil }
      cursor.index += word.utf8.count
      guard cursor.skipGap() > 0 || cursor.take("-"), let number = cursor.number(digits: 1...2) else { return nil }
      let isParted = takeSeparator(&cursor)
      if let time = TimeReader.read(cursor), time.isReadable, time.date != nil || time.clock != nil {
        var found = time
        found.date = time.date ?? .nth(number)
        cursor.index = time.rest
        return found
      }
      guard cursor.isAtEnd || isParted else { return nil }
      return expression(.nth(number))
    }
  }

  /// `Next day`, `The following morning:`.
  private static func following(_ cursor: inout ByteCursor) -> TimeExpression? {
    cursor.attempt { cursor in
      if cursor.takeWord("the") { cursor.skipGap() }
      guard cursor.takeWord("next") || cursor.takeWord("following"), cursor.skipGap() > 0 else { return nil }
      let word = cursor.word()
      guard ["day", "morning"].contains(word) else { return nil }
      cursor.index += word.utf8.count
      guard takeSeparator(&cursor) || cursor.isAtEnd else { return nil }
      return expression(.following)
    }
  }

  private static func weekday(_ cursor: inout ByteCursor) -> TimeExpression? {
    cursor.attempt { cursor in
      let word = cursor.word()
      guard cursor.peek().isASCIIUppercase, let weekday = CalendarWords.weekday(word) else { return nil }
      cursor.index += word.utf8.count
      _ = cursor.take(".")
      cursor.skipGap()
      for part in ["morning", "afternoon", "evening", "night"] where cursor.takeWord(part) { break }
      _ = takeSeparator(&cursor)
      return cursor.isAtEnd ? expression(.weekday(weekday)) : nil
    }
  }

  private static func expression(_ date: DateExpression) -> TimeExpression {
    var expression = TimeExpression()
    expression.date = date
    return expression
  }

  /// What parts a day from what follows it.
  private static func takeSeparator(_ cursor: inout ByteCursor) -> Bool {
    var isParted = false
    while true {
      cursor.skipGap()
      guard cursor.takeDash() || !cursor.isAtEnd && ":,()[]/|".utf8.contains(cursor.peek()) else { return isParted }
      if !cursor.isAtEnd, ":,()[]/|".utf8.contains(cursor.peek()) { cursor.index += 1 }
      isParted = true
    }
  }
}
