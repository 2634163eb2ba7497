internal import Diagnostics
internal import Markdown

/// The days on which a document says that its incident began, most trustworthy first: front matter, a dated label, the
/// file's name, the title.
enum IncidentDateReader {
  static func dates(
    of document: Document, fields: PostMortemFields, title: Located<String>, labels: [DatedLabel]
  ) -> [IncidentDate] {
    let written = fields.started.map { IncidentDate(day: $0.value.day, origin: .frontMatter, span: $0.span) }
    let fileDay = FileNameDate.day(inPath: document.source.path)
    let named = fileDay.map { IncidentDate(day: $0, origin: .fileName, span: .fileStart) }
    let titled = day(in: title.value, near: fileDay).map { IncidentDate(day: $0, origin: .title, span: title.span) }
    return [written, label(labels, near: fileDay), named, titled].compactMap { $0 }
  }

  /// The first row of a timeline that has a day, where nothing else gives one.
  static func date(of timeline: TimelineReading?) -> IncidentDate? {
    timeline?.events.lazy.compactMap { event in
      event.at.map { IncidentDate(day: $0.day, origin: .timeline, span: event.timeSpan) }
    }.first
  }

  /// `**Date:** 2021-05-26`, `Incident from: …`, `| Date | … |`, or a heading `Date` with the day below it.
  private static func label(_ labels: [DatedLabel], near day: Day?) -> IncidentDate? {
    let labels = labels.filter { $0.meaning != .detection }
    let order = DateOrder.decide(labels.map(\.date), near: day)
    for label in labels {
      guard case .day(let found) = label.date.resolved(order: order, near: day) else { continue }
      return IncidentDate(day: found, origin: .label, span: label.span)
    }
    return nil
  }

  private static func day(in text: String, near other: Day?) -> Day? {
    let dates = DateFinder.dates(in: Array(text.utf8)).map(\.date)
    guard let first = dates.first else { return nil }
    if case .day(let day) = first.resolved(order: DateOrder.decide(dates, near: other), near: other) { return day }
    return nil
  }
}
