package import Diagnostics
package import KnowledgeBase
internal import PostMortems

/// A list that the site carries as data, for programs that want one kind of thing only.
package enum DataList: String, CaseIterable, Sendable {
  case postMortems = "post-mortems"
  case actionItems = "action-items"
  case causes
  case timeline
  case recurrences

  package var title: String {
    switch self {
    case .postMortems: "Post-mortems"
    case .actionItems: "Action items"
    case .causes: "Causes"
    case .timeline: "Timeline rows"
    case .recurrences: "Recurrences"
    }
  }

  /// What a row is, in a sentence.
  package var meaning: String {
    switch self {
    case .postMortems: PostMortemTables.meaning
    case .actionItems: ActionTables.meaning
    case .causes: CauseTables.meaning
    case .timeline: TextTables.rowMeaning
    case .recurrences: CauseTables.repeatMeaning
    }
  }

  /// A document of the form that `OpenDataSchema` describes, with this list alone.
  package func json(of base: KnowledgeBase) -> JSONValue {
    KnowledgeBaseJSON.document(base, [.init(name, .array(items(base)))])
  }

  /// The same list as a table.
  package func table(of base: KnowledgeBase) -> RecordTable {
    switch self {
    case .postMortems: PostMortemTables.postMortems(base)
    case .actionItems: ActionTables.items(base)
    case .causes: CauseTables.causes(base)
    case .timeline: TextTables.timeline(base)
    case .recurrences: CauseTables.recurrences(base)
    }
  }

  package func count(in base: KnowledgeBase) -> Int {
    switch self {
    case .postMortems: base.postMortems.count
    case .actionItems: base.actions.entries.count
    case .causes: base.causes.all.count
    case .timeline: base.postMortems.reduce(0) { $0 + ($1.draft.timeline?.events.count ?? 0) }
    case .recurrences: base.recurrences.causes.reduce(0) { $0 + $1.repeats.count }
    }
  }

  private var name: String {
    switch self {
    case .postMortems: "post_mortems"
    case .actionItems: "action_items"
    case .causes, .timeline, .recurrences: rawValue
    }
  }

  private func items(_ base: KnowledgeBase) -> [JSONValue] {
    switch self {
    case .postMortems: base.postMortems.indices.map { PostMortemJSON.facts($0, in: base) }
    case .actionItems: base.actions.entries.map { ListedActionItemJSON.value($0, in: base) }
    case .causes: base.causes.all.map { CauseJSON.facts($0, in: base) }
    case .timeline: base.postMortems.flatMap(TimelineJSON.listed)
    case .recurrences: base.recurrences.causes.flatMap { RecurrenceJSON.listed($0, base) }
    }
  }
}
