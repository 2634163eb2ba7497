import Language
import PostMortems

/// The axis of a drawing over months or years, with round dates marked.
struct DateAxis {
  struct Mark {
    let day: Day
    let label: String
    /// Left out where there is little room.
    let isMinor: Bool
  }

  let scale: DrawingScale
  /// What it shows.
  let days: ClosedRange<Day>
  let marks: [Mark]
  /// `from 2019 to 2026`, `from January 2026 to June 2026`.
  let words: String

  /// - Parameters:
  ///   - first: the earliest day to show; the axis begins at the month or year that holds it.
  ///   - last: the latest day to show.
  init(from first: Day, to last: Day) {
    let isShort = last.daysSinceEpoch - first.daysSinceEpoch < 731
    let start = Day(year: first.year, month: isShort ? first.month : 1, day: 1) ?? first
    days = min(start, last)...last
    scale = DrawingScale(low: Double(start.daysSinceEpoch), high: Double(last.daysSinceEpoch))
    marks = isShort ? Self.months(from: start, to: last) : Self.years(from: start, to: last)
    words =
      isShort
      ? say("from \(DateWords.month(start)) to \(DateWords.month(last))") : say("from \(start.year) to \(last.year)")
  }

  private static func years(from start: Day, to last: Day) -> [Mark] {
    let years = start.year...max(last.year, start.year)
    let step = max(1, (years.count + 7) / 8)
    return years.enumerated().compactMap { index, year in
      Day(year: year, month: 1, day: 1).map { day in
        let isLabelled = index % step == 0
        return Mark(
          day: day, label: isLabelled ? "\(year)" : "", isMinor: years.count > 4 && (index / step) % 2 == 1)
      }
    }
  }

  private static func months(from start: Day, to last: Day) -> [Mark] {
    let count = (last.year - start.year) * 12 + last.month - start.month + 1
    let step = [1, 2, 3, 6].first { count / $0 <= 7 } ?? 6
    return stride(from: 0, to: count, by: step).compactMap { offset in
      let month = start.month - 1 + offset
      return Day(year: start.year + month / 12, month: month % 12 + 1, day: 1).map { day in
        let isFull = offset == 0 || day.month <= step && day.year > start.year
        return Mark(
          day: day, label: isFull ? DateWords.shortMonthOfYear(day) : DateWords.shortMonth(day),
          isMinor: (offset / step) % 2 == 1)
      }
    }
  }

  func draw(in drawing: inout Drawing, y: Int) {
    drawing.across(from: "0%", to: "100%", y: y, class: "axis")
    for (index, mark) in marks.enumerated() {
      let x = scale.x(Double(mark.day.daysSinceEpoch))
      drawing.line(x: x, from: y, to: y + 5, class: "axis")
      guard !mark.label.isEmpty else { continue }
      let isLast = scale.percent(Double(mark.day.daysSinceEpoch)) > 94
      drawing.text(
        mark.label, x: x, y: y + 22, anchor: index == 0 ? "start" : isLast ? "end" : "middle",
        class: mark.isMinor ? "minor" : "")
    }
  }
}
