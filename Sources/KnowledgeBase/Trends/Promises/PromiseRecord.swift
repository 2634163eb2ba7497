internal import Diagnostics
package import PostMortems
package import Statistics

/// What became of the promises of a scope.
package struct PromiseRecord: Sendable {
  static let undated = "done on a day that is not stated"

  /// Places in the ledger, in its order.
  package let all: [Int]
  package let done: [Int]
  package let open: [Int]
  /// Of the open ones, those past their due date, latest first.
  package let overdue: [Int]
  package let declined: [Int]
  package let superseded: [Int]
  package let unstated: [Int]
  package let excluded: [Exclusion]
  private let strengths: [Strength?]

  /// The promises of the published post-mortems of every kind: a drill makes promises too.
  init(_ sample: TrendSample, days: ClosedRange<Day>? = nil) {
    let positions = (sample.incidents + sample.nearMisses + sample.drills).filter { position in
      days.map { $0.contains(sample.day(position)) } ?? true
    }
    let ledger = sample.base.actions.entries
    let inScope = positions.sorted().flatMap { sample.base.actions.places(of: $0) }
    let promises = inScope.filter { ledger[$0].isPromise }
    func those(_ state: ActionItem.State) -> [Int] { promises.filter { ledger[$0].item.state == state } }
    all = promises
    done = those(.done)
    open = those(.open)
    declined = those(.declined)
    superseded = those(.superseded)
    unstated = those(.unknown)
    overdue = promises.filter { ledger[$0].overdueDays != nil }
      .sorted { (ledger[$1].overdueDays ?? 0, $0) < (ledger[$0].overdueDays ?? 0, $1) }
    let reported = inScope.count - promises.count
    excluded = reported > 0 ? [Exclusion("reported by another organisation, not promised here", reported)] : []
    strengths = promises.map { ledger[$0].item.strength }
  }

  /// The promises that somebody took on: all but the declined and the superseded.
  package var accepted: [Int] {
    let given = Set(declined + superseded)
    return all.filter { !given.contains($0) }
  }

  /// The accepted promises whose state is known.
  package var judged: [Int] {
    let silent = Set(unstated)
    return accepted.filter { !silent.contains($0) }
  }

  package var doneShare: Share { Share(done.count, of: judged.count) }

  /// Places by strength; nil for those without one.
  package func places(_ strength: Strength?) -> [Int] {
    zip(all, strengths).filter { $0.1 == strength }.map(\.0)
  }
}
