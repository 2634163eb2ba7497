import Language
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
  /// That no row's zone is stated, once for all of them.
  let note: String?

  init(rows: [EventView]) {
    let timed = rows.filter { $0.machine?.utf8.contains(UInt8(ascii: "T")) ?? false }
    let isUnzoned = !timed.isEmpty && timed.allSatisfy(\.isUnzoned)
    note = isUnzoned ? say("Zone not stated: these times are shown as they were written.") : nil
    self.rows =
      isUnzoned
      ? rows
      : rows.map { row in
        var row = row
        row.note = row.isUnzoned ? say("zone not stated") : nil
        return row
      }
  }

  static let schema = ViewSchema<Self>(.list("rows", \.rows), .text("note", \.note))
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
  /// That there are more; nil where all are listed.
  let left: LinkView?

  init(rows: [ActionRow], left: LinkView? = nil) {
    self.rows = rows
    self.left = left
    hasDue = rows.contains { $0.due != nil || $0.done != nil }
    hasOwner = rows.contains { $0.owner != nil }
    hasType = rows.contains { $0.type != nil }
    hasTicket = rows.contains { $0.ticket != nil }
    hasSource = rows.contains { $0.source != nil }
  }

  static let schema = ViewSchema<Self>(
    .list("rows", \.rows), .flag("hasDue", \.hasDue), .flag("hasOwner", \.hasOwner), .flag("hasType", \.hasType),
    .flag("hasTicket", \.hasTicket), .flag("hasSource", \.hasSource),
    .view("left", \.left))
}
