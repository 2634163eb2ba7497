internal import Diagnostics
package import PostMortems

/// When incidents begin: by weekday and hour, in UTC.
package struct HourTable: Sendable {
  /// Below this number of starting times the table would show chance alone.
  package static let minimumCount = 50

  /// Positions by weekday (0 for Monday) and hour.
  package let cells: [[[Int]]]
  package let count: Int
  package let days: ClosedRange<Day>
  package let excluded: [Exclusion]

  init(_ sample: TrendSample) {
    days = sample.record
    var cells = Array(repeating: Array(repeating: [Int](), count: 24), count: 7)
    var missing: [String] = []
    for position in sample.incidents {
      guard let start = sample.postMortem(position).fields.started?.value, start.precision > .day else {
        missing.append("time of the start not stated")
        continue
      }
      let hour = Int(floorDivide(start.seconds, 3600)) - start.day.daysSinceEpoch * 24
      cells[start.day.weekday][hour].append(position)
    }
    self.cells = cells
    count = sample.incidents.count - missing.count
    excluded = .tally(missing)
  }

  package var isLargeEnough: Bool { count >= Self.minimumCount }

  /// The largest number in a cell.
  package var peak: Int { cells.joined().map(\.count).max() ?? 0 }
}
