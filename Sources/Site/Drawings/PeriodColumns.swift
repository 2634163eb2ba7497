import KnowledgeBase
import PostMortems

/// Incidents counted by even periods, for a drawing in which a dot each would hide the others.
struct PeriodColumns {
  struct Column {
    let period: Period
    /// How many there are of each rank of severity, which is the index.
    fileprivate(set) var ranks: [Int]

    var count: Int { ranks.reduce(0, +) }
  }

  /// The worst rank that drawings tell apart, and all that have none.
  static let lastRank = 6
  /// More columns than this are too narrow to be told apart on a telephone.
  private static let most = 48

  let unit: Period.Unit
  /// Ascending, those with at least one incident.
  let columns: [Column]
  /// The most incidents of one column.
  let highest: Int

  /// - Parameter days: what the drawing shows; the unit is the smallest of which that has few enough.
  init(_ incidents: [(day: Day, rank: Int)], within days: ClosedRange<Day>) {
    let months = (days.upperBound.year - days.lowerBound.year) * 12 + days.upperBound.month - days.lowerBound.month
    let unit: Period.Unit = months < Self.most ? .month : months < 3 * Self.most ? .quarter : .year
    var columns: [Period: Column] = [:]
    for incident in incidents {
      let period = Period(unit, containing: incident.day)
      columns[period, default: Column(period: period, ranks: Array(repeating: 0, count: Self.lastRank + 1))]
        .ranks[min(max(incident.rank, 0), Self.lastRank)] += 1
    }
    self.unit = unit
    self.columns = columns.values.sorted { $0.period < $1.period }
    highest = self.columns.map(\.count).max() ?? 0
  }
}
