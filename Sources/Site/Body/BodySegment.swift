import Templates

/// A stretch of a post-mortem's body: as its author wrote it, or rows that are shown in a form of their own.
struct BodySegment: TemplateView {
  var html: [UInt8]?
  var chart: TimelineChartView?
  var events: EventList?
  var actions: ActionTable?

  static let schema = ViewSchema<Self>(
    .html("html", \.html), .view("chart", \.chart), .view("events", \.events), .view("actions", \.actions))
}

/// Rows of a timeline that stand together.
struct EventList: TemplateView {
  let rows: [EventView]

  static let schema = ViewSchema<Self>(.list("rows", \.rows))
}

/// Action items that stand together.
struct ActionTable: TemplateView {
  let rows: [ActionRow]
  /// Columns that at least one row fills.
  let hasDue: Bool
  let hasOwner: Bool
  let hasType: Bool
  let hasTicket: Bool
  let hasSource: Bool

  init(rows: [ActionRow]) {
    self.rows = rows
    hasDue = rows.contains { $0.due != nil || $0.done != nil }
    hasOwner = rows.contains { $0.owner != nil }
    hasType = rows.contains { $0.type != nil }
    hasTicket = rows.contains { $0.ticket != nil }
    hasSource = rows.contains { $0.source != nil }
  }

  static let schema = ViewSchema<Self>(
    .list("rows", \.rows), .flag("hasDue", \.hasDue), .flag("hasOwner", \.hasOwner), .flag("hasType", \.hasType),
    .flag("hasTicket", \.hasTicket), .flag("hasSource", \.hasSource))
}
