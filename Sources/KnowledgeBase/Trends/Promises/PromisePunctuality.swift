internal import Diagnostics
package import PostMortems
package import Statistics

/// Whether promises were done by their due date, by the quarter in which they fell due.
package struct PromisePunctuality: Sendable {
  package struct Row: Sendable {
    /// Place in the ledger.
    package let entry: Int
    package let due: Day
    package let isOnTime: Bool
  }

  package struct Cohort: Sendable {
    package let period: Period
    package let isRunning: Bool
    package let rows: [Row]

    package var share: Share { Share(rows.count { $0.isOnTime }, of: rows.count) }
  }

  /// Oldest first, only quarters in which something fell due.
  package let cohorts: [Cohort]
  package let excluded: [Exclusion]
  /// Items that fell due and are done on a day that is not stated.
  package let undatedDone: Int
  private let done: Int

  init(_ sample: TrendSample, record: PromiseRecord, quarters: Int) {
    let newest = Period(.quarter, containing: sample.asOf)
    let oldest = newest.advanced(by: 1 - quarters)
    var rows: [Period: [Row]] = [:]
    var missing: [String] = []
    for place in record.accepted {
      let item = sample.base.actions.entries[place].item
      guard let due = item.due?.value else {
        missing.append("no due date")
        continue
      }
      guard due < sample.asOf else {
        missing.append("not due yet")
        continue
      }
      switch (item.state, item.done?.value) {
      case (.unknown, _): missing.append("state not stated")
      case (.done, nil): missing.append(PromiseRecord.undated)
      case (let state, let done):
        let isOnTime = state == .done && (done.map { $0 <= due } ?? false)
        rows[Period(.quarter, containing: due), default: []].append(Row(entry: place, due: due, isOnTime: isOnTime))
      }
    }
    cohorts = rows.filter { $0.key >= oldest }.sorted { $0.key < $1.key }.map { period, rows in
      Cohort(period: period, isRunning: period.isRunning(asOf: sample.asOf), rows: rows)
    }
    excluded = .tally(missing)
    undatedDone = missing.count { $0 == PromiseRecord.undated }
    done = cohorts.flatMap(\.rows).count { sample.base.actions.entries[$0.entry].item.state == .done }
  }

  package var rows: [Row] { cohorts.flatMap(\.rows) }

  package var share: Share { Share(rows.count { $0.isOnTime }, of: rows.count) }

  /// Whether so few completions are undated that leaving them out does not make promises look later than they are.
  package var isTelling: Bool { undatedDone * 10 <= undatedDone + done }
}
