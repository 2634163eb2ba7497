internal import Diagnostics
internal import Markdown

/// Puts rows on the calendar: dates carried from row to row, midnights passed, zones applied.
struct TimelinePlacement {
  private let document: Document
  private let statements: TimelineStatements
  private let context: TimelineContext
  private let order: DateOrder?
  private(set) var statedDay: Day?
  private(set) var firstStatedDay: Located<Day>?
  private var day: Day?
  private var lastSecond: Int?
  private var lastZone: Zone?
  private(set) var columnZone: Zone?
  /// The zone of the times elsewhere in the document, where nothing speaks for the rows themselves.
  let documentZone: Zone?
  /// The first and the last row with a time of day.
  private var first: Instant?
  private var last: Instant?
  private(set) var findings: [Finding] = []
  private var hasReportedOrder = false

  init(document: Document, statements: TimelineStatements, context: TimelineContext) {
    self.document = document
    self.statements = statements
    self.context = context
    order = DateOrder.decide(statements.numericDates, near: context.day ?? statements.firstDay)
    if let date = statements.date,
      case .day(let day) = date.resolved(order: order, near: context.day ?? statements.firstDay)
    {
      statedDay = day
    }
    day = statedDay ?? context.day
    documentZone = statements.zone == nil && context.zone == nil ? context.documentZone : nil
  }

  mutating func place(_ rows: [TimelineRow]) -> [TimelineEvent] {
    let mayPassMidnight = countDays(in: rows) < 2
    var events: [TimelineEvent] = []
    for row in rows {
      if let zone = row.columnZone { columnZone = columnZone ?? zone }
      if row.isCarrier, row.time.isBase {
        _ = event(row, mayPassMidnight: false)
        continue
      }
      if row.isCarrier {
        if let date = row.time.date, let found = resolve(date, of: row) { move(to: found) }
        continue
      }
      if !row.time.isReadable { reportUnreadable(row) }
      events.append(event(row, mayPassMidnight: mayPassMidnight))
    }
    return events
  }

  /// Distinct dates among rows and the lines above them: an author who writes two marks the change of day himself.
  private func countDays(in rows: [TimelineRow]) -> Int {
    Set(rows.compactMap(\.time.date)).count
  }

  private mutating func event(_ row: TimelineRow, mayPassMidnight: Bool) -> TimelineEvent {
    let zone =
      row.time.zone ?? row.columnZone ?? statements.zone ?? context.zone ?? lastZone ?? documentZone
      ?? context.settingsZone
    if let zone = row.time.zone { lastZone = zone }
    var event = TimelineEvent(
      at: nil, isApproximate: row.time.isApproximate || statements.isApproximate, hasZone: zone != nil, text: row.text,
      marker: row.marker, span: row.span, timeSpan: row.timeSpan, content: row.content,
      contentOffset: row.contentOffset)
    if let elapsed = row.time.elapsed {
      event.at = instant(of: elapsed)
      last = event.at ?? last
      return event
    }
    guard row.time.isReadable, let day = day(of: row, mayPassMidnight: mayPassMidnight) else { return event }
    let applied = zone ?? .utc
    event.at = instant(row.time.clock, on: day, in: applied)
    event.until = end(of: row, from: day, in: applied)
    if row.time.clock != nil {
      first = first ?? event.at
      last = event.at
    }
    return event
  }

  private func instant(of elapsed: ElapsedTime) -> Instant? {
    let base = elapsed.isSincePrevious ? last ?? context.start : context.start ?? first
    return base.map { Instant(seconds: $0.seconds + elapsed.seconds, precision: .minute) }
  }

  private func instant(_ clock: Clock?, on day: Day, in zone: Zone) -> Instant {
    guard let clock else { return day.instant }
    return zone.instant(day: day, second: clock.second, precision: clock.precision)
  }

  /// The day of a row, which the rows below it take over.
  private mutating func day(of row: TimelineRow, mayPassMidnight: Bool) -> Day? {
    if let date = row.time.date {
      guard let found = resolve(date, of: row) else { return nil }
      if !statements.isDateForAll { move(to: found) }
      lastSecond = statements.isDateForAll ? nil : row.time.clock?.second
      return found
    }
    guard let clock = row.time.clock else { return day }
    if mayPassMidnight, let last = lastSecond, last - clock.second > 43_200 { day = day?.adding(days: 1) }
    lastSecond = clock.second
    return day
  }

  private mutating func move(to other: Day) {
    day = other
    lastSecond = nil
  }

  private mutating func resolve(_ date: DateExpression, of row: TimelineRow) -> Day? {
    if let year = row.columnYear, case .monthDay(let month, let dayOfMonth) = date {
      let day = Day(year: year, month: month, day: dayOfMonth)
      if firstStatedDay == nil { firstStatedDay = day.map { Located($0, at: row.timeSpan) } }
      return day
    }
    let reference = day ?? context.day ?? statements.firstDay
    if case .nth(let number) = date {
      return (firstStatedDay?.value ?? statedDay ?? context.day)?.adding(days: max(number, 1) - 1)
    }
    switch date.resolved(order: order, near: reference) {
    case .day(let day):
      if firstStatedDay == nil { firstStatedDay = Located(day, at: row.timeSpan) }
      return day
    case .unknown: return nil
    case .ambiguous(let one, let other):
      reportAmbiguous(row, one, other)
      return nil
    }
  }

  /// The end of a range; an end on the clock before its start is on the next day.
  private mutating func end(of row: TimelineRow, from day: Day, in zone: Zone) -> Instant? {
    var endDay = day
    if let date = row.time.endDate, case .day(let found) = date.resolved(order: order, near: day) {
      endDay = found
    } else if row.time.endClock == nil {
      return nil
    }
    if row.time.endDate == nil, let end = row.time.endClock, let start = row.time.clock, end.second < start.second {
      endDay = day.adding(days: 1)
    }
    return instant(row.time.endClock, on: endDay, in: zone)
  }

  private mutating func reportAmbiguous(_ row: TimelineRow, _ one: Day, _ other: Day) {
    // All such dates of a section have one cause: nothing in it tells their order.
    guard !hasReportedOrder else { return }
    hasReportedOrder = true
    findings.append(
      Finding(
        "ambiguous-date", at: row.timeSpan,
        "'\(document.source.text(row.timeSpan))' may be \(one.iso) or \(other.iso)",
        notes: ["no other date of the document tells whether the day or the month comes first"],
        help: "write the date as \(one.iso) or \(other.iso)"))
  }

  private mutating func reportUnreadable(_ row: TimelineRow) {
    findings.append(
      Finding(
        "unreadable-time", at: row.timeSpan, "'\(document.source.text(row.timeSpan))' is not a time",
        help: "write it as 2024-01-31 15:40, or leave out what is not known"))
  }
}
