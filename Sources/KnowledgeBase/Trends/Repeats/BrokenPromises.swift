internal import Diagnostics
internal import PostMortems

/// An incident whose cause somebody had promised to prevent.
package struct BrokenPromise: Sendable {
  package enum State: String, Sendable {
    case open = "while it was open"
    case done = "after it was done"
  }

  package let state: State
  // A long record has them by the hundred thousand, once for each scope of the trends: integers of half the size.
  private let position: Int32
  private let place: Int32
  private let causePlace: Int32

  /// - Parameter causePlace: which of the incident's causes it was.
  fileprivate init(_ state: State, incident: Int, entry: Int, causePlace: Int) {
    self.state = state
    position = Int32(incident)
    place = Int32(entry)
    self.causePlace = Int32(causePlace)
  }

  /// Position of the incident that struck again.
  package var incident: Int { Int(position) }
  /// Place of the promise in the ledger.
  package var entry: Int { Int(place) }

  /// - Parameter facts: those that it was counted in.
  package func cause(in facts: TrendFacts) -> String { facts.causes[incident][Int(causePlace)] }
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
      for (causePlace, cause) in sample.facts.causes[position].enumerated() {
        let again = sample.base.recurrences.verdict(on: position, of: cause)
        for promise in again?.promises ?? [] where promise.bearing == .against && entries[promise.entry].isPromise {
          switch promise.state {
          case .open, .done:
            let state: BrokenPromise.State = promise.state == .done ? .done : .open
            rows.append(BrokenPromise(state, incident: position, entry: promise.entry, causePlace: causePlace))
          case .unknown:
            let isDone = entries[promise.entry].item.state == .done
            reasons.append(isDone ? PromiseRecord.undated : "state of the action item not stated")
          case .declined, .superseded: continue
          }
        }
      }
    }
    // A copy, because what the array grew ahead would be held as long as the numbers.
    self.rows = rows.withUnsafeBufferPointer { Array($0) }
    excluded = .tally(reasons)
  }

  package func incidents(_ state: BrokenPromise.State) -> [Int] {
    var seen: Set<Int> = []
    return rows.filter { $0.state == state }.map(\.incident).filter { seen.insert($0).inserted }
  }
}
