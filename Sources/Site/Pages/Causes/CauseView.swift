import Templates

/// The page of one cause.
struct CauseView: TemplateView {
  let page: PageFrame
  let title: String
  let titleID: String?
  let hasRecord: Bool
  let facts: [FactView]
  let lifecycle: [LifecycleStep]
  /// That the record's status contradicts what happened.
  let contradiction: StatusContradictionView?
  /// Nil where the record begins with a heading.
  let definition: [UInt8]?
  /// How often and when it struck, in sentences.
  let history: [String]
  let chart: OccurrenceChartView?
  /// Every strike with what had been promised by then; empty for fewer than two.
  let strikes: [StrikeRow]
  /// That older strikes are not judged here.
  let olderStrikes: String?
  /// Whether a strike tested a promise of this organisation.
  let isTested: Bool
  let body: [UInt8]
  let contents: [ContentsEntry]
  let services: [CountRow]
  let mitigations: [CountRow]
  let verdicts: [VerdictRow]
  /// That older items are not told here.
  let olderVerdicts: LinkView?
  /// Whether an item is a promise of this organisation, of which it can be said what became of the cause.
  let isJudged: Bool
  let openActions: ActionTable?
  let incidents: [IncidentRow]
  let archive: IncidentArchiveView?
  let contributions: [IncidentRow]
  let feed: String
  let source: SourceView?

  static let schema = ViewSchema<Self>(
    .view("page", \.page), .text("title", \.title), .text("titleID", \.titleID), .flag("hasRecord", \.hasRecord),
    .list("facts", \.facts), .list("lifecycle", \.lifecycle),
    .view("contradiction", \.contradiction), .html("definition", \.definition),
    .list("history", \.history), .view("chart", \.chart), .list("strikes", \.strikes),
    .text("olderStrikes", \.olderStrikes), .flag("isTested", \.isTested),
    .html("body", \.body), .list("contents", \.contents),
    .list("services", \.services), .list("mitigations", \.mitigations), .list("verdicts", \.verdicts),
    .view("olderVerdicts", \.olderVerdicts),
    .flag("isJudged", \.isJudged),
    .view("openActions", \.openActions), .list("incidents", \.incidents), .view("archive", \.archive),
    .list("contributions", \.contributions),
    .text("feed", \.feed), .view("source", \.source))
}

/// A cause that is called fixed and struck since.
struct StatusContradictionView: TemplateView {
  let words: String
  let incident: LinkView

  static let schema = ViewSchema<Self>(.text("words", \.words), .view("incident", \.incident))
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
