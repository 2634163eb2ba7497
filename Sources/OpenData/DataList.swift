internal import Diagnostics
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

  /// Appends a document of the form that `OpenDataSchema` describes, with this list alone.
  package func append(of base: KnowledgeBase, to bytes: inout [UInt8], passingOn: PassingOn) {
    func append<Records: Collection, Values: Sequence>(_ records: Records, _ values: (Records.Element) -> Values)
    where Values.Element == JSONValue {
      KnowledgeBaseJSON.append(name, of: base, records, to: &bytes, passingOn: passingOn, values)
    }
    switch self {
    case .postMortems: append(base.postMortems.indices) { [PostMortemJSON.facts($0, in: base)] }
    case .actionItems: append(base.actions.entries) { [ListedActionItemJSON.value($0, in: base)] }
    case .causes: append(base.causes.all) { [CauseJSON.facts($0, in: base)] }
    case .timeline: append(base.postMortems, TimelineJSON.listed)
    case .recurrences: append(base.recurrences.causes) { RecurrenceJSON.listed($0, base) }
    }
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
}
