import Diagnostics
import Markdown

/// Reads how a language writes numbers, dates and lists.
extension LanguageReader {
  mutating func readNumbers(_ entry: FrontMatterEntry) {
    for pair in pairs(entry) {
      switch pair.key.value {
      case "group": formats.group = text(pair) ?? formats.group
      case "decimal": formats.decimal = text(pair) ?? formats.decimal
      default: unknown(pair.key, ["group", "decimal"], "key")
      }
    }
  }

  mutating func readDates(_ entry: FrontMatterEntry) {
    for pair in pairs(entry) {
      switch pair.key.value {
      case "long": formats.longDate = date(pair, ["day", "month", "year"]) ?? formats.longDate
      case "short": formats.shortDate = date(pair, ["day", "month", "year"]) ?? formats.shortDate
      case "month": formats.monthOfYear = date(pair, ["month", "year"]) ?? formats.monthOfYear
      case "day": formats.shortDay = date(pair, ["day", "month"]) ?? formats.shortDay
      case "months": formats.months = names(pair, count: 12) ?? formats.months
      case "short_months": formats.shortMonths = names(pair, count: 12) ?? formats.shortMonths
      case "weekdays": formats.weekdays = names(pair, count: 7) ?? formats.weekdays
      default:
        unknown(pair.key, ["long", "short", "month", "day", "months", "short_months", "weekdays"], "key")
      }
    }
  }

  mutating func readList(_ entry: FrontMatterEntry) {
    for pair in pairs(entry) {
      switch pair.key.value {
      case "comma": formats.comma = text(pair) ?? formats.comma
      case "and": formats.and = text(pair) ?? formats.and
      default: unknown(pair.key, ["comma", "and"], "key")
      }
    }
  }

  private mutating func date(_ pair: FrontMatterEntry, _ places: [String]) -> Pattern? {
    guard let text = text(pair) else { return nil }
    let pattern = Pattern(text)
    guard pattern.places == places.sorted() else {
      report(pair.value.span, "'\(text)' must name {\(places.joined(separator: "}, {"))}, each once")
      return nil
    }
    return pattern
  }

  private mutating func names(_ pair: FrontMatterEntry, count: Int) -> [String]? {
    guard case .sequence(let items) = pair.value.value, items.count == count,
      items.allSatisfy({ $0.value.text != nil })
    else {
      report(pair.value.span, "'\(pair.key.value)' must list \(count) names")
      return nil
    }
    return items.compactMap(\.value.text)
  }
}
