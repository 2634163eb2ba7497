/// How a language writes numbers, dates and lists; no machine's own settings play a part.
package struct Formats: Hashable, Sendable {
  /// Between groups of three digits, and before a fraction.
  package var group = ","
  package var decimal = "."
  /// `{day}`, `{month}`, `{year}`.
  var longDate = Pattern("{day} {month} {year}")
  var shortDate = Pattern("{day} {month} {year}")
  var monthOfYear = Pattern("{month} {year}")
  var shortDay = Pattern("{day} {month}")
  /// Twelve, from January on.
  var months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
  var shortMonths = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
  /// Seven, from Monday on.
  package var weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
  /// Between the entries of a list, and before the last of them.
  package var comma = ", "
  package var and = " and "

  package init() {}
}

extension Formats {
  /// `2 July 2019`; months count from 1.
  package func longDate(day: Int, month: Int, year: Int) -> String {
    Self.fill(longDate, day: day, month: months[month - 1], year: year)
  }

  /// `2 Jul 2019`.
  package func shortDate(day: Int, month: Int, year: Int) -> String {
    Self.fill(shortDate, day: day, month: shortMonths[month - 1], year: year)
  }

  /// `July 2019`.
  package func month(_ month: Int, year: Int) -> String {
    Self.fill(monthOfYear, day: 0, month: months[month - 1], year: year)
  }

  /// `Jul 2019`.
  package func shortMonth(_ month: Int, year: Int) -> String {
    Self.fill(monthOfYear, day: 0, month: shortMonths[month - 1], year: year)
  }

  /// `Jul`.
  package func shortMonth(_ month: Int) -> String { shortMonths[month - 1] }

  /// `2 Jul`.
  package func shortDay(day: Int, month: Int) -> String {
    Self.fill(shortDay, day: day, month: shortMonths[month - 1], year: 0)
  }

  private static func fill(_ pattern: Pattern, day: Int, month: String, year: Int) -> String {
    pattern.filled { name in
      switch name {
      case "day": "\(day)"
      case "month": month
      case "year": "\(year)"
      default: nil
      }
    }
  }

  /// With the separator between groups of three digits: `1,234`.
  package func grouped(_ count: Int) -> String {
    let digits = String(count.magnitude)
    guard digits.utf8.count > 3 else { return count < 0 ? "-\(digits)" : digits }
    var text = count < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.utf8.count - index) % 3 == 0 { text += group }
      text.append(digit)
    }
    return text
  }

  /// `a`, `a and b`, `a, b and c`.
  package func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: comma) + and + last
  }
}
