import Diagnostics
import Markdown
import PostMortems

/// A document's first timeline, read.
struct TimelineSample {
  let document: Document
  let reading: TimelineReading

  init(_ text: String, day: String? = nil, zone: String? = nil, settings: String? = nil) {
    let document = DocumentParser.parse(SourceFile(path: "a.md", text: text))
    let context = TimelineContext(
      day: day.flatMap { Day(iso: $0) }, zone: zone.flatMap { Zone($0) }, documentZone: ClockZones.zone(of: document),
      settingsZone: settings.flatMap { Zone($0) })
    let section = SectionReader.sections(of: document).first { $0.role == .timeline }
    self.document = document
    reading =
      section.map { TimelineReader.read(document: document, section: $0, context: context) }
      ?? TimelineReading(events: [], findings: [], statedZone: nil, rest: [])
  }

  /// `2024-05-06T07:08Z words` a row: `…end` for a range, `~` for about, `{marker}`, `-` for a time on no day.
  var rows: [String] {
    reading.events.map { event in
      let end = event.until.map { "…\($0.iso)" } ?? ""
      let marker = event.marker.map { " {\($0.rawValue)}" } ?? ""
      return "\(event.at?.iso ?? "-")\(end)\(event.isApproximate ? "~" : "")\(marker) \(event.text)"
    }
  }

  /// The source text of each row's time.
  var times: [String] { reading.events.map { document.source.text($0.timeSpan) } }

  var lines: [Int] { reading.events.map { document.source.position(at: $0.timeSpan.start).line } }

  var rest: [String] { reading.rest.map { document.plainText(of: $0) } }

  /// The words of each row's nodes, without the part of the first that is the time's.
  var contents: [String] {
    reading.events.map { event in
      let text = document.plainText(from: event.content.lowerBound, to: event.content.upperBound)
      return String(decoding: Array(text.utf8).dropFirst(event.contentOffset), as: UTF8.self)
    }
  }
}
