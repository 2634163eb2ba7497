/// Reads the few forms in which authors write the day that something is due or was done.
enum DueDates {
  /// The first day named in a text and the bytes that name it: `2019-08-01`, `2019/08/01`, `1.8.2019`, `Jul 16, 2023`,
  /// `16th of July 2023`; the last day of `July 2023` and `Q3 2023`. Nil without a year, and for `07/08/2023`, where
  /// nobody knows which is the month unless an order is given.
  static func first(in bytes: some RandomAccessCollection<UInt8>, order: DateOrder? = nil) -> (
    day: Day, range: Range<Int>
  )? {
    let tokens = tokens(of: bytes)
    for index in tokens.indices {
      if let (day, count) = day(tokens, at: index, order) {
        return (day, tokens[index].range.lowerBound..<tokens[index + count - 1].range.upperBound)
      }
    }
    return nil
  }

  private struct Token {
    var number: Int?
    var digits: Int
    var word: String
    var range: Range<Int>
    /// The byte right behind it, 0 at the end.
    var next: UInt8
  }

  private static func tokens(of bytes: some RandomAccessCollection<UInt8>) -> [Token] {
    var tokens: [Token] = []
    let all = Array(bytes.prefix(400))
    var index = 0
    while index < all.count {
      let start = index
      if all[index].isDigit {
        while index < all.count, all[index].isDigit { index += 1 }
      } else if all[index].isLetter {
        while index < all.count, all[index].isLetter { index += 1 }
      } else {
        index += 1
        continue
      }
      let text = String(decoding: all[start..<index], as: UTF8.self)
      tokens.append(
        Token(
          number: index - start <= 4 ? Int(text) : nil, digits: all[start].isDigit ? index - start : 0,
          word: text.lowercased(), range: start..<index, next: index < all.count ? all[index] : 0))
    }
    return tokens
  }

  private static func day(_ tokens: [Token], at index: Int, _ order: DateOrder?) -> (Day, Int)? {
    numeric(tokens, at: index, order) ?? monthFirst(tokens, at: index) ?? dayFirst(tokens, at: index)
      ?? quarter(tokens, at: index)
  }

  private static func numeric(_ tokens: [Token], at index: Int, _ order: DateOrder?) -> (Day, Int)? {
    guard index + 2 < tokens.count, let first = tokens[index].number, let second = tokens[index + 1].number,
      let third = tokens[index + 2].number, tokens[index].next == tokens[index + 1].next
    else { return nil }
    let isJoined =
      tokens[index].range.upperBound + 1 == tokens[index + 1].range.lowerBound
      && tokens[index + 1].range.upperBound + 1 == tokens[index + 2].range.lowerBound
    guard isJoined else { return nil }
    switch (tokens[index].next, tokens[index].digits, tokens[index + 2].digits) {
    case (UInt8(ascii: "-"), 4, 1...2), (UInt8(ascii: "/"), 4, 1...2), (UInt8(ascii: "."), 4, 1...2):
      return Day(year: first, month: second, day: third).map { ($0, 3) }
    case (UInt8(ascii: "."), 1...2, 4):
      return Day(year: third, month: second, day: first).map { ($0, 3) }
    case (UInt8(ascii: "-"), 1...2, 4) where first > 12 || order == .dayFirst:
      return Day(year: third, month: second, day: first).map { ($0, 3) }
    case (UInt8(ascii: "/"), 1...2, 4)
    where first > 12 || first == second || order == .dayFirst && second <= 12:
      return Day(year: third, month: second, day: first).map { ($0, 3) }
    case (UInt8(ascii: "/"), 1...2, 4) where second > 12 || order == .monthFirst:
      return Day(year: third, month: first, day: second).map { ($0, 3) }
    default: return nil
    }
  }

  private static func monthFirst(_ tokens: [Token], at index: Int) -> (Day, Int)? {
    guard let month = month(tokens[index].word), index + 1 < tokens.count, let second = tokens[index + 1].number else {
      return nil
    }
    if tokens[index + 1].digits == 4 {
      return Day(year: second, month: month, day: Day.days(in: month, of: second)).map { ($0, 2) }
    }
    let year = index + (isOrdinal(tokens, index + 2) ? 3 : 2)
    guard year < tokens.count, tokens[year].digits == 4, let number = tokens[year].number else { return nil }
    return Day(year: number, month: month, day: second).map { ($0, year - index + 1) }
  }

  private static func dayFirst(_ tokens: [Token], at index: Int) -> (Day, Int)? {
    guard let day = tokens[index].number, tokens[index].digits <= 2 else { return nil }
    var next = index + 1
    if isOrdinal(tokens, next) { next += 1 }
    if next < tokens.count, tokens[next].word == "of" { next += 1 }
    guard next + 1 < tokens.count, let month = month(tokens[next].word), tokens[next + 1].digits == 4,
      let year = tokens[next + 1].number
    else { return nil }
    return Day(year: year, month: month, day: day).map { ($0, next + 2 - index) }
  }

  private static func quarter(_ tokens: [Token], at index: Int) -> (Day, Int)? {
    guard tokens[index].word == "q", index + 2 < tokens.count, let number = tokens[index + 1].number,
      (1...4).contains(number), tokens[index + 1].range.lowerBound == tokens[index].range.upperBound,
      tokens[index + 2].digits == 4, let year = tokens[index + 2].number
    else { return nil }
    return Day(year: year, month: number * 3, day: Day.days(in: number * 3, of: year)).map { ($0, 3) }
  }

  private static func isOrdinal(_ tokens: [Token], _ index: Int) -> Bool {
    index < tokens.count && ["st", "nd", "rd", "th"].contains(tokens[index].word)
  }

  private static func month(_ word: String) -> Int? {
    guard word.utf8.count >= 3 else { return nil }
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
      "december",
    ]
    if word == "sept" { return 9 }
    return names.firstIndex { $0 == word || (word.utf8.count == 3 && $0.hasPrefix(word)) }.map { $0 + 1 }
  }
}
