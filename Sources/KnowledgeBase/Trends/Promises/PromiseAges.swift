internal import Diagnostics
internal import PostMortems
package import Statistics

/// How long promises stay open, those that still are among them.
package struct PromiseAges: Sendable {
  package struct Row: Sendable {
    /// Place in the ledger.
    package let entry: Int
    /// From the incident to completion, or to the day of the build.
    package let days: Int
    package let isOpen: Bool
  }

  /// The ages, in days, at which the share still open is stated.
  package static let milestones = [30, 60, 90, 180]

  /// In the ledger's order.
  package let rows: [Row]
  package let excluded: [Exclusion]
  /// Items that are done on a day that is not stated.
  package let undatedDone: Int
  /// Absent without a single age.
  package let survival: KaplanMeier?

  init(_ sample: TrendSample, record: PromiseRecord) {
    var rows: [Row] = []
    var missing: [String] = []
    for place in record.all {
      let entry = sample.base.actions.entries[place]
      switch (entry.item.state, entry.ageDays, entry.item.done) {
      case (.declined, _, _), (.superseded, _, _): missing.append("declined or superseded")
      case (.unknown, _, _): missing.append("state not stated")
      case (.done, _, nil): missing.append(PromiseRecord.undated)
      case (_, nil, _): missing.append("no age")
      case (let state, let days?, _): rows.append(Row(entry: place, days: days, isOpen: state == .open))
      }
    }
    self.rows = rows
    excluded = .tally(missing)
    undatedDone = missing.count { $0 == PromiseRecord.undated }
    survival = KaplanMeier(rows.map { KaplanMeier.Observation(time: Double($0.days), isCensored: $0.isOpen) })
  }

  package var presentation: Presentation { Presentation(count: rows.count) }

  /// Whether so few completions are undated that leaving them out does not make promises look slower than they are.
  package var isTelling: Bool { undatedDone * 10 <= undatedDone + rows.count { !$0.isOpen } }
}
