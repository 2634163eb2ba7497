import Templates

/// The page of one cause.
struct CauseView: TemplateView {
  let page: PageFrame
  let title: String
  let titleID: String?
  let hasRecord: Bool
  let facts: [FactView]
  let lifecycle: [LifecycleStep]
  /// Nil where the record begins with a heading.
  let definition: [UInt8]?
  /// How often and when it struck, in sentences.
  let history: [String]
  let chart: OccurrenceChartView?
  let body: [UInt8]
  let contents: [ContentsEntry]
  let services: [CountRow]
  let mitigations: [CountRow]
  let verdicts: [VerdictRow]
  /// Whether an item is a promise of this organisation, of which it can be said what became of the cause.
  let isJudged: Bool
  let openActions: ActionTable?
  let incidents: [IncidentRow]
  let contributions: [IncidentRow]
  let source: SourceView?

  static let schema = ViewSchema<Self>(
    .view("page", \.page), .text("title", \.title), .text("titleID", \.titleID), .flag("hasRecord", \.hasRecord),
    .list("facts", \.facts), .list("lifecycle", \.lifecycle), .html("definition", \.definition),
    .list("history", \.history), .view("chart", \.chart), .html("body", \.body), .list("contents", \.contents),
    .list("services", \.services), .list("mitigations", \.mitigations), .list("verdicts", \.verdicts),
    .flag("isJudged", \.isJudged),
    .view("openActions", \.openActions), .list("incidents", \.incidents), .list("contributions", \.contributions),
    .view("source", \.source))
}

/// A stage in the life of a cause record.
struct LifecycleStep: TemplateView {
  let name: String
  let isCurrent: Bool
  let isPast: Bool

  static let schema = ViewSchema<Self>(
    .text("name", \.name), .flag("isCurrent", \.isCurrent), .flag("isPast", \.isPast))
}

/// A name with how often it was counted.
struct CountRow: TemplateView {
  let name: LinkView
  let count: Int
  let note: String

  static let schema = ViewSchema<Self>(.view("name", \.name), .number("count", \.count), .text("note", \.note))
}

/// A finished or open action item against a cause, and whether the cause came back.
struct VerdictRow: TemplateView {
  let action: ActionRow
  let verdict: String

  static let schema = ViewSchema<Self>(.view("action", \.action), .text("verdict", \.verdict))
}
