internal import Diagnostics
package import PostMortems

/// A promise with the post-mortem that made it and how it stands on the day of the build.
///
/// A class, because lists of all kinds hold it and it never changes: a copy would touch a dozen strings.
package final class LedgerEntry: Sendable {
  package let item: ActionItem
  /// Position of its post-mortem.
  package let postMortem: Int
  /// The place among the items of its post-mortem, from 1.
  package let number: Int
  /// The owner where it is a team of the settings, else the post-mortem's first team.
  package let team: String?
  /// Days since the incident, to its completion or to the day of the build; nil without a date.
  package let ageDays: Int?
  /// By when it is to be done; nil where nobody said.
  package let due: DueDate?
  /// Days past its due date for an open promise; nil where it is not overdue or has no date.
  package let overdueDays: Int?
  package let standing: Standing

  init(
    item: ActionItem, postMortem: Int, number: Int, team: String?, ageDays: Int?, due: DueDate?, overdueDays: Int?,
    standing: Standing
  ) {
    self.item = item
    self.postMortem = postMortem
    self.number = number
    self.team = team
    self.ageDays = ageDays
    self.due = due
    self.overdueDays = overdueDays
    self.standing = standing
  }

  /// Who is behind an action item.
  package enum Standing: String, Sendable {
    /// This organisation, in a published post-mortem.
    case promised
    /// An author whose post-mortem nobody has published yet.
    case draft
    /// Another organisation, in a report that is retold here.
    case reported
  }

  /// An item of this organisation: nobody here is behind one that is only reported.
  package var isPromise: Bool { standing != .reported }

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
    entries.reserveCapacity(postMortems.reduce(0) { $0 + $1.draft.actionItems.count })
    ranges.reserveCapacity(postMortems.count)
    for (position, postMortem) in postMortems.enumerated() {
      let start = entries.count
      for (index, item) in postMortem.draft.actionItems.enumerated() {
        let due = DueDate(item, of: postMortem, settings: settings)
        entries.append(Self.entry(item, position, index, postMortem, due, teams, asOf))
      }
      ranges.append(start..<entries.count)
    }
    self.entries = entries
    self.ranges = ranges
  }

  package var overdue: [LedgerEntry] {
    entries.filter { $0.overdueDays != nil }.sorted { ($1.overdueDays ?? 0) < ($0.overdueDays ?? 0) }
  }

  /// Whether anything at all was promised in a published post-mortem.
  package var hasPromises: Bool { entries.contains { $0.standing == .promised } }

  /// The teams behind promises of published post-mortems.
  package var promisingTeams: Set<String> { Set(entries.filter { $0.standing == .promised }.compactMap(\.team)) }

  package func items(of postMortem: Int) -> ArraySlice<LedgerEntry> { entries[ranges[postMortem]] }

  /// Where a post-mortem's items stand in `entries`.
  func places(of postMortem: Int) -> Range<Int> { ranges[postMortem] }

  private static func entry(
    _ item: ActionItem, _ position: Int, _ index: Int, _ postMortem: PostMortem, _ due: DueDate?,
    _ teams: Set<String>, _ asOf: Day
  ) -> LedgerEntry {
    let owner = item.owner.map { $0.value.hasPrefix("@") ? String($0.value.dropFirst()) : $0.value }
    let standing: LedgerEntry.Standing =
      postMortem.isExternal ? .reported : postMortem.status == .published ? .promised : .draft
    let isOpen = item.state == .open || item.state == .unknown
    var overdue: Int?
    if standing == .promised, isOpen, let due = due?.day, due < asOf {
      overdue = asOf.daysSinceEpoch - due.daysSinceEpoch
    }
    let end = item.done?.value ?? (isOpen ? asOf : nil)
    let age = postMortem.day.flatMap { day in end.map { max($0.daysSinceEpoch - day.daysSinceEpoch, 0) } }
    return LedgerEntry(
      item: item, postMortem: position, number: index + 1,
      team: owner.flatMap { teams.contains($0) ? $0 : nil } ?? postMortem.teams.first, ageDays: age, due: due,
      overdueDays: overdue, standing: standing)
  }
}
