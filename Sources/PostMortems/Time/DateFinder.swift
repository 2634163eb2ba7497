/// Finds dates and zones inside running text: titles, headings, labels, sentences about all times.
enum DateFinder {
  /// Every date in a text, in order; words such as `Sunday` alone are none.
  static func dates(in text: [UInt8]) -> [(date: DateExpression, range: Range<Int>)] {
    var found: [(date: DateExpression, range: Range<Int>)] = []
    var cursor = ByteCursor(text)
    var isWordStart = true
    while !cursor.isAtEnd {
      let byte = cursor.peek()
      if isWordStart, byte.isASCIIDigit || byte.isASCIILetter && cursor.mayBeginCalendarWord {
        let start = cursor.index
        if let date = cursor.date(), !date.isWeekday, !cursor.peek().isASCIIDigit {
          found.append((date, start..<cursor.index))
          isWordStart = false
          continue
        }
        cursor.index = start
      }
      isWordStart = !byte.isASCIIDigit && !byte.isASCIILetter && byte != UInt8(ascii: ".") && byte < 0x80
      cursor.index += 1
    }
    return found
  }

  /// The zone that a heading or a column name carries: `Timeline (times in UTC)`; an offset beside an abbreviation wins.
  static func zone(in text: [UInt8], from start: Int = 0, to end: Int? = nil) -> Zone? {
    var cursor = ByteCursor(text, from: start, to: end)
    var first: Zone?
    var isWordStart = true
    while !cursor.isAtEnd {
      if isWordStart, cursor.peek().isASCIIUppercase, let zone = cursor.zoneName(), !cursor.peek().isASCIILetter {
        if zone.name.utf8.count > 3, zone.name.hasPrefix("UTC") { return zone }
        first = first ?? zone
        isWordStart = false
        continue
      }
      isWordStart = !cursor.peek().isASCIILetter && !cursor.peek().isASCIIDigit && cursor.peek() < 0x80
      cursor.index += 1
    }
    return first
  }

  /// The zone of a sentence such as `All times in CET (UTC+1).`: within a few words of `times`.
  static func statedZone(in text: [UInt8]) -> Zone? {
    for word in ["times", "timestamps", "timezone", "time zone"] {
      guard let place = firstIndex(of: Array(word.utf8), in: text) else { continue }
      if let zone = zone(in: text, from: place + word.utf8.count, to: place + word.utf8.count + 60) { return zone }
    }
    return nil
  }

  /// Where a lower-case word first begins in a text of any case.
  static func firstIndex(of word: [UInt8], in text: [UInt8]) -> Int? {
    guard let first = word.first, text.count >= word.count else { return nil }
    for start in 0...(text.count - word.count) where text[start] | 0x20 == first {
      if (0..<word.count).allSatisfy({ text[start + $0] | 0x20 == word[$0] | 0x20 }) { return start }
    }
    return nil
  }
}

extension DateExpression {
  var isWeekday: Bool {
    if case .weekday = self { return true }
    return false
  }
}
