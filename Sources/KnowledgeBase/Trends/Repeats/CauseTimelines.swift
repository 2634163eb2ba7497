internal import Diagnostics
package import PostMortems

/// The causes that struck more than once, each with its strikes and what was promised against it.
package struct CauseTimelines: Sendable {
  package struct Line: Sendable {
    package let cause: String
    package let title: String
    /// Positions of the counted incidents, oldest first.
    package let incidents: [Int]
    /// Days between neighbours, oldest first.
    package let gaps: [Int]
    /// When promises against the cause were done, oldest first, with their places in the ledger.
    package let completions: [(day: Day, entry: Int)]
    /// Places in the ledger of promises against the cause that are still open.
    package let open: [Int]
  }

  /// By number of strikes, then by the newest, then by name.
  package let lines: [Line]

  init(_ sample: TrendSample, promises: CausePromises) {
    var struck: [String: [Int]] = [:]
    for position in sample.incidents {
      for cause in sample.facts.causes[position] { struck[cause, default: []].append(position) }
    }
    lines = struck.filter { $0.value.count >= 2 }.map { cause, positions in
      Self.line(cause, positions, sample, promises)
    }.sorted { left, right in
      let (first, second) = (left.incidents.last ?? 0, right.incidents.last ?? 0)
      return (right.incidents.count, first, left.cause) < (left.incidents.count, second, right.cause)
    }
  }

  private static func line(
    _ cause: String, _ positions: [Int], _ sample: TrendSample, _ promises: CausePromises
  ) -> Line {
    let entries = promises.entries(for: cause)
    let days = positions.map { sample.day($0).daysSinceEpoch }
    let ledger = sample.base.actions.entries
    return Line(
      cause: cause, title: sample.base.causes.cause(cause)?.title ?? cause, incidents: positions,
      gaps: zip(days.dropFirst(), days).map { $0 - $1 },
      completions: entries.compactMap { entry in ledger[entry].item.done.map { ($0.value, entry) } }
        .sorted { ($0.0, $0.1) < ($1.0, $1.1) },
      open: entries.filter { ledger[$0].isOpen })
  }
}
