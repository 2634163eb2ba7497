internal import Language
package import PostMortems

/// Dates as a reader says them; day before month in letters, so that no one can mistake them.
package enum DateWords {
  /// `2 July 2019`.
  package static func long(_ day: Day) -> String { formats.longDate(day: day.day, month: day.month, year: day.year) }

  /// `2 Jul 2019`.
  package static func short(_ day: Day) -> String { formats.shortDate(day: day.day, month: day.month, year: day.year) }

  /// `2 Jul`.
  static func shortDay(_ day: Day) -> String { formats.shortDay(day: day.day, month: day.month) }

  /// `July 2019`.
  package static func month(_ day: Day) -> String { formats.month(day.month, year: day.year) }

  /// `Jul 2019`.
  static func shortMonthOfYear(_ day: Day) -> String { formats.shortMonth(day.month, year: day.year) }

  /// `Jul`.
  static func shortMonth(_ day: Day) -> String { formats.shortMonth(day.month) }

  /// `Monday`.
  package static func weekday(_ day: Day) -> String { formats.weekdays[day.weekday] }

  private static var formats: Formats { Language.current.formats }

  /// `3 days`, `5 weeks`, `14 months`, `6 years`: a gap in the unit in which a person would say it.
  package static func gap(days: Int) -> String {
    switch days {
    case ..<1: say("the same day")
    case 1..<28: CountWords.text(days, "day")
    case 28..<91: CountWords.text((days + 3) / 7, "week")
    case 91..<731: CountWords.text(Int((Double(days) / 30.44).rounded()), "month")
    default: CountWords.text(Int((Double(days) / 365.25).rounded()), "year")
    }
  }
}

/// Counts as a reader says them.
package enum CountWords {
  /// `1 incident`, `12 incidents`, `1,234 incidents`.
  package static func text(_ count: Int, _ noun: String, plural: String? = nil) -> String {
    let (number, nouns) = (number(count), plural ?? noun + "s")
    return say(
      count, one: Message(key: "{1} \(noun)", english: "\(number) \(noun)", values: [number]),
      other: Message(key: "{1} \(nouns)", english: "\(number) \(nouns)", values: [number]))
  }

  /// `12 of 1,234`.
  package static func part(_ part: Int, of whole: Int) -> String {
    say("\(number(part)) of \(number(whole))")
  }

  /// `once`, `twice`, `7 times`.
  package static func times(_ count: Int) -> String {
    switch count {
    case 1: say("once")
    case 2: say("twice")
    default: say("\(number(count)) times")
    }
  }

  /// With a separator between groups of three digits.
  package static func number(_ count: Int) -> String { Language.current.formats.grouped(count) }

  /// A number that need not be whole: `1.2 million`, `12,000`, `2.5`.
  package static func number(_ value: Double) -> String {
    if value >= 1_000_000, value < 1e15 { return say("\(trimmed(value / 1_000_000)) million") }
    guard value < 1e15 else { return "\(value)" }
    return value == value.rounded() ? number(Int(value)) : trimmed(value)
  }

  private static func trimmed(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0
      ? number(tenths / 10) : number(tenths / 10) + Language.current.formats.decimal + "\(tenths % 10)"
  }

  /// `a`, `a and b`, `a, b and c`.
  package static func list(_ words: [String]) -> String {
    Language.current.formats.list(words)
  }
}

/// Where a line must not break.
package enum Unbroken {
  /// A number stays with its percent sign.
  package static func text(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if byte == UInt8(ascii: "%"), bytes.last == UInt8(ascii: " ") {
        bytes.removeLast()
        bytes.append(contentsOf: "\u{A0}".utf8)
      }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Words of a vocabulary as a reader says them: `feature-flag-off` → `feature flag off`.
package enum VocabularyWords {
  package static func text(_ word: String) -> String {
    Language.current.word(word) ?? word.split(separator: "-").joined(separator: " ")
  }

  package static func capitalised(_ word: String) -> String {
    let text = text(word)
    return text.prefix(1).uppercased() + text.dropFirst()
  }
}
