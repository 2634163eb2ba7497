package import Diagnostics
package import Markdown

/// What the rest of a document says that a timeline's rows may leave out.
package struct TimelineContext: Sendable {
  /// The incident's day, for rows without a date.
  package var day: Day?
  /// The zone of the document's front matter.
  package var zone: Zone?
  /// The zone of the times elsewhere in the document, for where nothing speaks for the rows themselves.
  package var documentZone: Zone?
  /// The zone of the settings, which any other statement overrules.
  package var settingsZone: Zone?
  /// When the incident began, for rows that count from there.
  package var start: Instant?

  package init(
    day: Day? = nil, zone: Zone? = nil, documentZone: Zone? = nil, settingsZone: Zone? = nil, start: Instant? = nil
  ) {
    self.start = start
    self.documentZone = documentZone
    self.day = day
    self.zone = zone
    self.settingsZone = settingsZone
  }
}

/// The rows of one timeline section, in the author's order.
package struct TimelineReading: Sendable {
  package var events: [TimelineEvent]
  package var findings: [Finding]
  /// The zone that the section's heading, its sentences, a column's name or the document's preamble give.
  package var statedZone: Zone?
  /// The section's blocks that no row took: `All times in CET`, pictures, closing words.
  package var rest: [Int]
  /// The day of the first row that is dated by its author, in the row or above it; with the date's place.
  package var firstStatedDay: Located<Day>?
  /// The day that the section's heading or a sentence on all times names.
  package var namedDay: Located<Day>?

  package init(
    events: [TimelineEvent], findings: [Finding], statedZone: Zone?, rest: [Int], firstStatedDay: Located<Day>? = nil,
    namedDay: Located<Day>? = nil
  ) {
    self.firstStatedDay = firstStatedDay
    self.namedDay = namedDay
    self.events = events
    self.findings = findings
    self.statedZone = statedZone
    self.rest = rest
  }

  /// This reading with another section's rows behind its own.
  func appending(_ other: TimelineReading) -> TimelineReading {
    TimelineReading(
      events: events + other.events, findings: findings + other.findings, statedZone: statedZone ?? other.statedZone,
      rest: rest + other.rest, firstStatedDay: firstStatedDay ?? other.firstStatedDay,
      namedDay: namedDay ?? other.namedDay)
  }
}

/// Reads the rows of a timeline section, whatever form its author gave them.
package enum TimelineReader {
  /// Rows come from bullets, numbered and nested lists, tables with and without outer pipes, a sub-heading or a bold line
  /// per time, and lines that begin with a time. They are never sorted; a row whose time cannot be placed on a day has
  /// no instant, and what looks like a time but cannot be read is a finding.
  package static func read(document: Document, section: Section, context: TimelineContext) -> TimelineReading {
    let statements = TimelineStatements(document: document, section: section)
    var walk = TimelineWalk(document: document)
    walk.readSection(section.content)
    if walk.rows.isEmpty { walk.readCode(in: section.content) }
    var placement = TimelinePlacement(document: document, statements: statements, context: context)
    let events = placement.place(walk.rows)
    return TimelineReading(
      events: events, findings: placement.findings,
      statedZone: statements.zone ?? placement.columnZone ?? placement.documentZone,
      rest: walk.rest, firstStatedDay: placement.firstStatedDay,
      namedDay: placement.statedDay.map { Located($0, at: section.titleSpan) })
  }
}
