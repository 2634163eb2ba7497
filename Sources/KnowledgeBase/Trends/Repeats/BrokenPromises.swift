internal import Diagnostics
internal import PostMortems

/// An incident whose cause somebody had promised to prevent.
package struct BrokenPromise: Sendable {
  package enum State: String, Sendable {
    case open = "while it was open"
    case done = "after it was done"
  }

  package let cause: String
  /// Position of the incident that struck again.
  package let incident: Int
  /// Place of the promise in the ledger.
  package let entry: Int
  package let state: State
}

/// The incidents that struck although their prevention had been promised.
package struct BrokenPromises: Sendable {
  /// Oldest incident first.
  package let rows: [BrokenPromise]
  package let excluded: [Exclusion]

  init(_ sample: TrendSample, days: ClosedRange<Day>) {
    let entries = sample.base.actions.entries
    var rows: [BrokenPromise] = []
    var reasons: [String] = []
    for position in sample.incidents(in: days) {
      for cause in sample.facts.causes[position] {
        let again = sample.base.recurrences.verdict(on: position, of: cause)
        for promise in again?.promises ?? [] where promise.bearing == .against && entries[promise.entry].isPromise {
          switch promise.state {
          case .open, .done:
            let state: BrokenPromise.State = promise.state == .done ? .done : .open
            rows.append(BrokenPromise(cause: cause, incident: position, entry: promise.entry, state: state))
          case .unknown:
            let isDone = entries[promise.entry].item.state == .done
            reasons.append(isDone ? PromiseRecord.undated : "state of the action item not stated")
          case .declined, .superseded: continue
          }
        }
      }
    }
    self.rows = rows
    excluded = .tally(reasons)
  }

  package func incidents(_ state: BrokenPromise.State) -> [Int] {
    var seen: Set<Int> = []
    return rows.filter { $0.state == state }.map(\.incident).filter { seen.insert($0).inserted }
  }
}
