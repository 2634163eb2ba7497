internal import Diagnostics
package import Markdown

/// Document → draft: front matter, sections, timeline, action items, signatures, title, id and date.
package enum DraftReader {
  package static func read(_ document: Document, settings: Settings) -> PostMortemDraft {
    var findings = document.findings
    var fields = PostMortemFields()
    if let frontMatter = document.frontMatter {
      let (read, problems) = PostMortemFieldsReader.read(frontMatter, settings: settings)
      fields = read
      findings += problems
    }
    let sections = SectionReader.sections(of: document)
    let title = TitleReader.title(of: document, fields: fields)
    let labels = DatedLabels.labels(in: document)
    let dates = IncidentDateReader.dates(of: document, fields: fields, title: title, labels: labels)
    var start = IncidentStart(document, fields: fields, title: title, sections: sections, labels: labels)
    var timeline = readTimeline(document, sections, fields, day: start.best?.date.day, settings)
    let assumed = start.best?.date.day
    start.read(timeline)
    // Rows without a date of their own lie on the day that the dated ones helped to find.
    if timeline != nil, let day = start.best?.date.day, day != assumed {
      timeline = readTimeline(document, sections, fields, day: day, settings)
    }
    findings += timeline?.findings ?? []
    let actions = ActionItemsReader.read(document: document, sections: sections)
    findings += actions.findings
    return PostMortemDraft(
      document: document, fields: fields, sections: sections, timeline: timeline, actionItems: actions.items,
      actionItemsRest: actions.rest,
      signatures: signatures(document, fields), title: title,
      id: IDReader.id(of: document, fields: fields),
      dates: dates + [IncidentDateReader.date(of: timeline)].compactMap { $0 }, start: start.best,
      findings: findings)
  }

  private static func readTimeline(
    _ document: Document, _ sections: [Section], _ fields: PostMortemFields, day: Day?, _ settings: Settings
  ) -> TimelineReading? {
    let zone = fields.timezone.flatMap { Zone($0.value) }
    let start = fields.started.flatMap { $0.value.precision > .day ? $0.value : nil }
    let context = TimelineContext(
      day: day, zone: zone, documentZone: zone == nil ? ClockZones.zone(of: document) : nil,
      settingsZone: settings.timezone.flatMap { Zone($0) }, start: start)
    let named = outermost(sections, role: .timeline)
    let reading = readRows(document, named, context)
    guard let reading, !reading.events.isEmpty else {
      let loose = readRows(document, LooseTimeline.sections(in: document), context)
      return loose.map { reading?.appending($0) ?? $0 } ?? reading
    }
    guard reading.events.allSatisfy({ isLabelled($0, document) }) else { return reading }
    let others = LooseTimeline.lists(in: document, outside: named.map(\.content))
    return readRows(document, others, context).map(reading.appending) ?? reading
  }

  /// Whether a row is a phase's label with its time behind it, `First detected: 2024-03-05 09:10`.
  private static func isLabelled(_ event: TimelineEvent, _ document: Document) -> Bool {
    let time = document.source.bytes[event.timeSpan.start..<event.timeSpan.end]
    return !time.isEmpty && event.text.utf8.reversed().starts(with: time.reversed())
  }

  private static func readRows(
    _ document: Document, _ sections: [Section], _ context: TimelineContext
  ) -> TimelineReading? {
    sections.reduce(into: TimelineReading?.none) { result, section in
      let reading = TimelineReader.read(document: document, section: section, context: context)
      result = result?.appending(reading) ?? reading
    }
  }

  /// The sections of a role that lie in no other section of that role.
  static func outermost(_ sections: [Section], role: SectionRole) -> [Section] {
    sections.filter { section in
      guard section.role == role else { return false }
      var parent = section.parent
      while let index = parent {
        if sections[index].role == role { return false }
        parent = sections[index].parent
      }
      return true
    }
  }

  private static func signatures(_ document: Document, _ fields: PostMortemFields) -> [FailureSignature] {
    var signatures = FailureSignatureReader.signatures(in: document)
    if let alert = fields.detection?.alert {
      let signature = FailureSignature(kind: .alert, text: alert.value, span: alert.span)
      if !signatures.contains(where: { $0.hash == signature.hash }) { signatures.insert(signature, at: 0) }
    }
    return signatures
  }
}
