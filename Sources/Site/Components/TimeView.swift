import Language
import PostMortems
import Templates

/// A point in time for a `<time>` element: for machines, and in words.
struct TimeView: TemplateView {
  /// `2019-07-02T13:42Z`; a day alone for a day.
  let machine: String
  /// `2 July 2019, 13:42 UTC`.
  let words: String
  /// `13:42`, or nothing where only the day is known.
  let clock: String?
  let day: String

  /// - Parameter hasZone: false where nobody stated one: the time is shown as it was written.
  init(_ instant: Instant, hasZone: Bool = true) {
    machine = hasZone ? instant.iso : instant.unzonedISO
    day = DateWords.long(instant.day)
    clock = instant.precision == .day ? nil : instant.clock
    words =
      clock.map { clock in
        hasZone
          ? say("\(DateWords.long(instant.day)), \(clock) UTC")
          : say("\(DateWords.long(instant.day)), \(clock), zone not stated")
      } ?? day
  }

  init(_ date: Day) {
    self.init(date.instant)
  }

  static let schema = ViewSchema<Self>(
    .text("machine", \.machine), .text("words", \.words), .text("clock", \.clock).extra, .text("day", \.day).extra)
}
