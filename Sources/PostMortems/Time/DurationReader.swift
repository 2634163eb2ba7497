/// Reads a length of time as people write it: `84 minutes`, `1 hour and 47 minutes`, `3h 8m`, `2,5 hours`, `~40 min`,
/// `half an hour`, `1d 5h 47m`.
package enum DurationReader {
  /// The seconds of the length at the head of a text; nil for anything else, for a bound such as `less than 5 minutes`
  /// and for a range such as `2-3 hours`.
  package static func seconds(atHeadOf text: some StringProtocol) -> Int64? {
    var cursor = ByteCursor(Array(text.utf8.prefix(120)))
    cursor.skipApproximation()
    var total: Int64 = 0
    var last: DurationUnit?
    while let part = cursor.attempt({ $0.durationPart(after: last) }) {
      if let last, part.unit.seconds >= last.seconds { return nil }
      total += part.seconds
      last = part.unit
      cursor.skipJoint()
    }
    guard last != nil, !cursor.beginsBound else { return nil }
    return total
  }
}

/// A unit of time with its length.
enum DurationUnit: Int64 {
  case second = 1
  case minute = 60
  case hour = 3600
  case day = 86_400
  case week = 604_800

  var seconds: Int64 { rawValue }

  init?(_ word: String) {
    switch word {
    case "s", "sec", "secs", "second", "seconds": self = .second
    case "m", "min", "mins", "minute", "minutes": self = .minute
    case "h", "hr", "hrs", "hour", "hours": self = .hour
    case "d", "day", "days": self = .day
    case "w", "week", "weeks": self = .week
    default: return nil
    }
  }
}

extension ByteCursor {
  /// Whether a range goes on here: `-3 hours`, `to 3 hours`, `or 4 hours`.
  fileprivate var beginsBound: Bool {
    var copy = self
    copy.skipGap()
    return copy.dashLength() > 0 && copy.peek(copy.dashLength()).isASCIIDigit || ["to", "or"].contains(copy.word())
  }

  fileprivate mutating func skipApproximation() {
    while true {
      skipGap()
      let word = word()
      if take("~") { continue }
      guard ["approximately", "approx", "about", "around", "roughly", "circa", "ca", "nearly", "almost"].contains(word)
      else { return }
      index += word.utf8.count
      _ = take(".")
    }
  }

  /// `and`, a comma or nothing between two parts.
  fileprivate mutating func skipJoint() {
    skipGap()
    if take(",") { skipGap() }
    if word() == "and" { index += 3 }
    skipGap()
  }

  fileprivate mutating func durationPart(after last: DurationUnit?) -> (seconds: Int64, unit: DurationUnit)? {
    guard let amount = durationAmount() else { return nil }
    if peek() == UInt8(ascii: "-") { index += 1 }
    skipGap()
    let word = word()
    guard let unit = DurationUnit(word) else {
      // `1h50`: what follows the hours are minutes.
      let isBare = last == .hour && word.isEmpty && amount < 60
      return isBare ? (Int64(amount * 60), .minute) : nil
    }
    index += word.utf8.count
    _ = take(".")
    return (Int64((amount * Double(unit.seconds)).rounded()), unit)
  }

  /// `84`, `2.5`, `2,5`, `eleven`, `an`, `half an`.
  private mutating func durationAmount() -> Double? {
    if let whole = number(digits: 1...6) {
      guard peek() == UInt8(ascii: ".") || peek() == UInt8(ascii: ","), peek(1).isASCIIDigit else {
        // `10:05` is a clock.
        return peek() == UInt8(ascii: ":") ? nil : Double(whole)
      }
      index += 1
      let count = digitCount
      guard let fraction = number(digits: 1...3) else { return nil }
      return Double(whole) + Double(fraction) / [10, 100, 1000][count - 1]
    }
    let word = word()
    if word == "half" {
      index += 4
      skipGap()
      for article in ["an", "a"] where self.word() == article {
        index += article.utf8.count
        return 0.5
      }
      return nil
    }
    guard let value = Self.numberWords[word] else { return nil }
    index += word.utf8.count
    return value
  }

  private static let numberWords: [String: Double] = [
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "ninety": 90,
  ]
}
