internal import Diagnostics
package import PostMortems

/// A promise with the post-mortem that made it and how it stands on the day of the build.
package struct LedgerEntry: Sendable {
  package let item: ActionItem
  /// Position of its post-mortem.
  package let postMortem: Int
  /// The place among the items of its post-mortem, from 1.
  package let number: Int
  /// The owner where it is a team of the settings, else the post-mortem's first team.
  package let team: String?
  /// Days since the incident, to its completion or to the day of the build; nil without a date.
  package let ageDays: Int?
  /// Days past its due date for an open promise; nil where it is not overdue or has no date.
  package let overdueDays: Int?
  /// A promise of this organisation: an item of an external report is `reported` and nobody here is behind it.
  package let isPromise: Bool

  /// Still to be done: open, or without a stated state.
  package var isOpen: Bool { item.state == .open || item.state == .unknown }
}

/// All action items of all post-mortems.
package struct ActionLedger: Sendable {
  /// Newest post-mortem first, in the order of each document.
  package let entries: [LedgerEntry]
  private let ranges: [Range<Int>]

  init(_ postMortems: [PostMortem], settings: Settings, asOf: Day) {
    let teams = Set(settings.teams.map(\.slug))
    var entries: [LedgerEntry] = []
    var ranges: [Range<Int>] = []
    for (position, postMortem) in postMortems.enumerated() {
      let start = entries.count
      for (index, item) in postMortem.draft.actionItems.enumerated() {
        entries.append(Self.entry(item, position, index, postMortem, teams, asOf))
      }
      ranges.append(start..<entries.count)
    }
    self.entries = entries
    self.ranges = ranges
  }

  package var overdue: [LedgerEntry] {
    entries.filter { $0.overdueDays != nil }.sorted { ($1.overdueDays ?? 0) < ($0.overdueDays ?? 0) }
  }

  package func items(of postMortem: Int) -> ArraySlice<LedgerEntry> { entries[ranges[postMortem]] }

  private static func entry(
    _ item: ActionItem, _ position: Int, _ index: Int, _ postMortem: PostMortem, _ teams: Set<String>, _ asOf: Day
  ) -> LedgerEntry {
    let owner = item.owner.map { $0.value.hasPrefix("@") ? String($0.value.dropFirst()) : $0.value }
    let isPromise = !postMortem.isExternal
    let isOpen = item.state == .open || item.state == .unknown
    var overdue: Int?
    if isPromise, isOpen, let due = item.due?.value, due < asOf {
      overdue = asOf.daysSinceEpoch - due.daysSinceEpoch
    }
    let end = item.done?.value ?? (isOpen ? asOf : nil)
    let age = postMortem.day.flatMap { day in end.map { max($0.daysSinceEpoch - day.daysSinceEpoch, 0) } }
    return LedgerEntry(
      item: item, postMortem: position, number: index + 1,
      team: owner.flatMap { teams.contains($0) ? $0 : nil } ?? postMortem.teams.first, ageDays: age,
      overdueDays: overdue, isPromise: isPromise)
  }
}
