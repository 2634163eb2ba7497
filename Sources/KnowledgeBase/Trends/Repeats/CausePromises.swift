internal import Diagnostics
internal import PostMortems

/// Which promises were to prevent which cause.
package struct CausePromises: Sendable {
  private let byCause: [String: [Int]]

  /// A promise is against the causes that it names; one that names none and is to prevent is against the only root
  /// cause of its post-mortem.
  package init(_ base: KnowledgeBase) {
    self.init(base, causes: base.postMortems.indices.map { Recurrences.causes(of: $0, base) })
  }

  init(_ base: KnowledgeBase, causes known: [[String]]) {
    var byCause: [String: [Int]] = [:]
    for (place, entry) in base.actions.entries.enumerated() where entry.isPromise {
      var causes = entry.item.addresses.map { base.causes.canonical($0.value) }
      if causes.isEmpty, entry.item.type == .prevent {
        let own = known[entry.postMortem]
        if own.count == 1 { causes = own }
      }
      for cause in Set(causes) { byCause[cause, default: []].append(place) }
    }
    self.byCause = byCause
  }

  /// Places in the ledger, ascending.
  package func entries(for cause: String) -> [Int] { byCause[cause] ?? [] }
}

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

  init(_ sample: TrendSample, promises: CausePromises, days: ClosedRange<Day>) {
    var rows: [BrokenPromise] = []
    var reasons: [String] = []
    for position in sample.incidents(in: days) {
      for cause in sample.facts.causes[position] {
        for place in promises.entries(for: cause) {
          let entry = sample.base.actions.entries[place]
          guard let made = sample.base.postMortems[entry.postMortem].day, made < sample.day(position) else { continue }
          switch Self.state(of: entry, on: sample.day(position)) {
          case .success(let state?):
            rows.append(BrokenPromise(cause: cause, incident: position, entry: place, state: state))
          case .success(nil): continue
          case .failure(let reason): reasons.append(reason.text)
          }
        }
      }
    }
    self.rows = rows
    excluded = .tally(reasons)
  }

  private struct Untold: Error {
    let text: String
  }

  /// How a promise stood on a day; no state where it had been given up.
  private static func state(of entry: LedgerEntry, on day: Day) -> Result<BrokenPromise.State?, Untold> {
    switch entry.item.state {
    case .open: return .success(.open)
    case .done:
      guard let done = entry.item.done?.value else { return .failure(Untold(text: PromiseRecord.undated)) }
      return .success(done <= day ? .done : .open)
    case .declined, .superseded: return .success(nil)
    case .unknown: return .failure(Untold(text: "state of the action item not stated"))
    }
  }

  package func incidents(_ state: BrokenPromise.State) -> [Int] {
    var seen: Set<Int> = []
    return rows.filter { $0.state == state }.map(\.incident).filter { seen.insert($0).inserted }
  }
}
