internal import Diagnostics
internal import Markdown

/// The days on which a document says that its incident began, most trustworthy first: front matter, a dated label, the
/// file's name, the title.
enum IncidentDateReader {
  static func dates(of document: Document, fields: PostMortemFields, title: Located<String>) -> [IncidentDate] {
    let written = fields.started.map { IncidentDate(day: $0.value.day, origin: .frontMatter, span: $0.span) }
    let fileDay = FileNameDate.day(inPath: document.source.path)
    let named = fileDay.map { IncidentDate(day: $0, origin: .fileName, span: .fileStart) }
    let titled = day(in: title.value, near: fileDay).map { IncidentDate(day: $0, origin: .title, span: title.span) }
    return [written, label(in: document, near: fileDay), named, titled].compactMap { $0 }
  }

  /// The first row of a timeline that has a day, where nothing else gives one.
  static func date(of timeline: TimelineReading?) -> IncidentDate? {
    timeline?.events.lazy.compactMap { event in
      event.at.map { IncidentDate(day: $0.day, origin: .timeline, span: event.timeSpan) }
    }.first
  }

  private static let labels: Set<String> = [
    "date", "incident date", "date of incident", "date of the incident", "incident from", "incident start",
    "start", "started", "start time", "start date", "incident started", "incident start time", "from", "began",
    "date and time", "date/time", "time of incident", "when", "outage date", "outage start",
  ]

  /// `**Date:** 2021-05-26`, `Incident from: …`, `| Date | … |`, or a heading `Date` with the day below it.
  private static func label(in document: Document, near day: Day?) -> IncidentDate? {
    for index in document.nodes.indices.prefix(2_000) {
      switch document.nodes[index].kind {
      case .paragraph, .heading, .tableRow: break
      default: continue
      }
      guard mayHoldLabel(document.nodes[index].span, document.source) else { continue }
      if let found = label(at: index, in: document, near: day) { return found }
    }
    return nil
  }

  /// Whether a line of a block begins with one of the labels: seen on the bytes, because few blocks have one.
  private static func mayHoldLabel(_ span: SourceSpan, _ source: SourceFile) -> Bool {
    source.bytes.withUnsafeBufferPointer { bytes in
      var index = span.start
      while index < span.end {
        while index < span.end, !bytes[index].isASCIILetter, bytes[index] != 0x0A { index += 1 }
        let start = index
        while index < span.end, bytes[index].isASCIILetter || bytes[index] == 0x20 || bytes[index] == UInt8(ascii: "/")
        {
          index += 1
        }
        if index - start <= 26, isLabel(bytes[start..<index]) { return true }
        while index < span.end, bytes[index] != 0x0A { index += 1 }
        index += 1
      }
      return false
    }
  }

  private static let firstLetters: Set<UInt8> = Set(labels.compactMap { $0.utf8.first })

  private static func isLabel(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let first = bytes.first, firstLetters.contains(first | 0x20) else { return false }
    return labels.contains(normalised(Substring(String(decoding: bytes, as: UTF8.self))))
  }

  private static func label(at index: Int, in document: Document, near day: Day?) -> IncidentDate? {
    let node = document.nodes[index]
    let text = document.plainText(of: index)
    if case .heading = node.kind {
      guard labels.contains(normalised(text[...])), node.end < document.nodes.count,
        document.nodes[node.end].kind == .paragraph
      else { return nil }
      return self.day(in: document.plainText(of: node.end), near: day).map {
        IncidentDate(day: $0, origin: .label, span: document.nodes[node.end].span)
      }
    }
    for line in text.split(whereSeparator: \.isNewline).prefix(40) {
      guard let separator = line.firstIndex(where: { $0 == ":" || $0 == "|" }),
        labels.contains(normalised(line[..<separator])),
        let found = self.day(in: String(line[line.index(after: separator)...]), near: day)
      else { continue }
      return IncidentDate(day: found, origin: .label, span: node.span)
    }
    return nil
  }

  private static func normalised(_ text: Substring) -> String {
    String(text.lowercased().drop { !$0.isLetter }.reversed().drop { !$0.isLetter }.reversed())
  }

  private static func day(in text: String, near other: Day?) -> Day? {
    let dates = DateFinder.dates(in: Array(text.utf8)).map(\.date)
    guard let first = dates.first else { return nil }
    if case .day(let day) = first.resolved(order: DateOrder.decide(dates, near: other), near: other) { return day }
    return nil
  }
}
