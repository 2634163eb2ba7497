internal import Diagnostics
internal import KnowledgeBase
internal import PostMortems

/// Action items and the causes that they are against.
enum ActionTables {
  private typealias Cell = RecordTable.Cell
  private typealias Column = RecordTable.Column

  static let meaning = "Something promised, as it stands on the day of the data."

  static func items(_ base: KnowledgeBase) -> RecordTable {
    RecordTable(
      name: "action_items", meaning: meaning,
      columns: [
        Column("post_mortem"), Column("number", .whole), Column("text"), Column("state"), Column("standing"),
        Column("type", isOptional: true), Column("strength", isOptional: true), Column("owner", isOptional: true),
        Column("team", isOptional: true), Column("due", isOptional: true), Column("due_by", isOptional: true),
        Column("done", isOptional: true), Column("age_days", .whole, isOptional: true),
        Column("overdue_days", .whole, isOptional: true), Column("ticket", isOptional: true), Column("addresses"),
        Column("done_when", isOptional: true), Column("reason", isOptional: true),
        Column("alternative_to", isOptional: true),
      ], key: ["post_mortem", "number"], links: [RecordLinks.postMortem],
      rows: base.actions.entries.lazy.map { row($0, base) })
  }

  private static func row(_ entry: LedgerEntry, _ base: KnowledgeBase) -> [Cell] {
    let item = entry.item
    return [
      .text(base.postMortems[entry.postMortem].id), .whole(entry.number), .text(item.text),
      .text(item.state.rawValue), .text(entry.standing.rawValue), Cell(item.type?.rawValue),
      Cell(item.strength?.rawValue), Cell(item.owner?.value), Cell(entry.team), Cell(entry.due?.day.iso),
      Cell(entry.dueOrigin), Cell(item.done?.value.iso), Cell(entry.ageDays), Cell(entry.overdueDays),
      Cell(item.ticket?.value), Cell(joined: causes(item, base)), Cell(item.doneWhen), Cell(item.reason),
      Cell(item.alternativeTo),
    ]
  }

  private static func causes(_ item: ActionItem, _ base: KnowledgeBase) -> [String] {
    CauseNames.unique(item.addresses.map { base.causes.canonical($0.value) })
  }

  /// An item may name a cause that no post-mortem and no record has: such a name is no row of the causes.
  static func causes(_ base: KnowledgeBase) -> RecordTable {
    RecordTable(
      name: "action_item_causes", meaning: "A cause that an action item is to do something about.",
      columns: [Column("post_mortem"), Column("number", .whole), Column("cause")],
      key: ["post_mortem", "number", "cause"],
      links: [
        RecordTable.Link(["post_mortem", "number"], to: "action_items", ["post_mortem", "number"]),
        RecordLinks.cause,
      ],
      rows: base.actions.entries.lazy.flatMap { entry in
        causes(entry.item, base).filter { base.causes.cause($0) != nil }.map {
          [.text(base.postMortems[entry.postMortem].id), .whole(entry.number), .text($0)]
        }
      })
  }
}
