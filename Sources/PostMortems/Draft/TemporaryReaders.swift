package import Diagnostics
internal import Markdown
package struct TimelineReading: Sendable {
  package var events: [TimelineEvent]; package var findings: [Finding]; package var rest: [Int];
  func appending(_ o: TimelineReading) -> TimelineReading { self }
}
package struct TimelineContext { var day: Day?; var zone: Zone?; var settingsZone: Zone? }
enum TimelineReader {
  static func read(document: Document, section: Section, context: TimelineContext) -> TimelineReading {
    TimelineReading(events: [], findings: [], rest: [])
  }
}
enum ActionItemsReader {
  static func read(document: Document, section: Section) -> (items: [ActionItem], findings: [Finding]) { ([], []) }
}
enum FailureSignatureReader { static func signatures(in document: Document) -> [FailureSignature] { [] } }
enum DateReader {
  static func dates(of d: Document, fields: PostMortemFields, sections: [Section]) -> [IncidentDate] {
    fields.started.map { [IncidentDate(day: $0.value.day, origin: .frontMatter, span: $0.span)] } ?? []
  }
  static func date(of t: TimelineReading?) -> IncidentDate? { nil }
}
