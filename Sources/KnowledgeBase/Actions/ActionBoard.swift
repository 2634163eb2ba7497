internal import Diagnostics
internal import Language
package import PostMortems

/// Action items by what is to be done about them; each stands in one column.
package struct ActionBoard: Sendable {
  package enum Column: String, CaseIterable, Sendable {
    case overdue, soon, unowned, undated, later, done, closed, declined, draft, reported

    package var title: String {
      switch self {
      case .overdue: say("Overdue")
      case .soon: say("Due within \(ActionBoard.soonDays) days")
      case .unowned: say("No owner")
      case .undated: say("No date")
      case .later: say("Due later")
      case .done: say("Done in the last \(ActionBoard.recentDays) days")
      case .closed: say("Done earlier")
      case .declined: say("Declined or superseded")
      case .draft: say("In drafts")
      case .reported: say("Reported by other organisations")
      }
    }

    package var explanation: String {
      switch self {
      case .overdue: say("Past their date, latest first.")
      case .soon, .later: say("Next date first.")
      case .unowned: say("Open, or without a stated state, and nobody is named: who takes them?")
      case .undated: say("Somebody is named, and no day is set.")
      case .done: say("Newest first.")
      case .closed: say("With those whose day is not stated.")
      case .declined: say("With the reason, where one is given.")
      case .draft: say("Nothing is promised before its post-mortem is published.")
      case .reported: say("From reports on other organisations' incidents: ideas to take over, not promises made here.")
      }
    }
  }

  package static let soonDays = 30
  package static let recentDays = 90

  /// In the order of `Column`; none is empty.
  package let columns: [(column: Column, entries: [LedgerEntry])]

  package init(_ entries: some Sequence<LedgerEntry>, asOf: Day) {
    let groups = Dictionary(grouping: entries) { Self.column(of: $0, asOf) }
    columns = Column.allCases.compactMap { column in
      groups[column].map { (column, Self.sorted($0, in: column)) }
    }
  }

  package func entries(_ column: Column) -> [LedgerEntry] { columns.first { $0.column == column }?.entries ?? [] }

  /// Whether an item of this organisation still asks for something, or was done a short while ago.
  package static func isCurrent(_ entry: LedgerEntry, asOf: Day) -> Bool {
    switch column(of: entry, asOf) {
    case .overdue, .soon, .unowned, .undated, .later, .done, .draft: true
    case .closed, .declined, .reported: false
    }
  }

  private static func column(of entry: LedgerEntry, _ asOf: Day) -> Column {
    switch (entry.standing, entry.item.state) {
    case (.reported, _): return .reported
    case (.draft, _): return .draft
    case (.promised, .done):
      let age = entry.item.done.map { asOf.daysSinceEpoch - $0.value.daysSinceEpoch }
      return age.map { $0 <= recentDays } ?? false ? .done : .closed
    case (.promised, .declined), (.promised, .superseded): return .declined
    case (.promised, .open), (.promised, .unknown): return openColumn(of: entry, asOf)
    }
  }

  private static func openColumn(of entry: LedgerEntry, _ asOf: Day) -> Column {
    if entry.overdueDays != nil { return .overdue }
    if let due = entry.due?.day, due <= asOf.adding(days: soonDays) { return .soon }
    if entry.item.owner == nil { return .unowned }
    return entry.due == nil ? .undated : .later
  }

  /// Stable: what the order does not decide stays in the ledger's order.
  private static func sorted(_ entries: [LedgerEntry], in column: Column) -> [LedgerEntry] {
    func key(_ entry: LedgerEntry) -> Int {
      switch column {
      case .overdue: -(entry.overdueDays ?? 0)
      case .soon, .later: entry.due?.day.daysSinceEpoch ?? .max
      case .done, .closed: -(entry.item.done?.value.daysSinceEpoch ?? .min + 1)
      case .unowned, .undated, .declined, .draft, .reported: 0
      }
    }
    return entries.enumerated().map { (key: key($0.element), offset: $0.offset, entry: $0.element) }
      .sorted { ($0.key, $0.offset) < ($1.key, $1.offset) }.map(\.entry)
  }
}
