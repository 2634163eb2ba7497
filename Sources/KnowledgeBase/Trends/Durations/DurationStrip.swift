internal import PostMortems
package import Statistics

/// The durations of one phase, a dot an incident, by quarter.
package struct DurationStrip: Sendable {
  package struct Group: Sendable {
    package let period: Period
    package let isRunning: Bool
    package let summary: DurationSummary
    package let excluded: [Exclusion]
  }

  package let phase: Phase
  /// Oldest first.
  package let groups: [Group]
  /// Of all groups together.
  package let excluded: [Exclusion]
  /// The two newest full quarters; absent while there are not two, or one is empty.
  package let comparison: DurationComparison?

  /// What may be said of the two quarters; not enough where nothing is compared.
  package private(set) var verdict: Comparison

  /// The shortest duration that records tell apart, in minutes.
  package static let resolution = 1.0

  init(_ sample: TrendSample, phase: Phase, columns: [IncidentSeries.Column]) {
    self.phase = phase
    var all: [String] = []
    let groups = columns.map { column in
      let (durations, missing) = Self.read(phase, of: column.incidents, sample)
      all += missing
      return Group(
        period: column.period, isRunning: column.isRunning, summary: DurationSummary(durations),
        excluded: .tally(missing))
    }
    self.groups = groups
    excluded = .tally(all)
    let full = groups.filter { !$0.isRunning }.suffix(2).map { $0.summary.durations.map(\.minutes) }
    comparison =
      full.count == 2
      ? DurationComparison(earlier: full[0], later: full[1], resolution: Self.resolution) : nil
    verdict = comparison?.comparison ?? .notEnough
  }

  static func read(_ phase: Phase, of positions: [Int], _ sample: TrendSample) -> ([Duration], [String]) {
    var durations: [Duration] = []
    var missing: [String] = []
    for position in positions {
      switch phase.minutes(of: sample.postMortem(position)) {
      case .success(let minutes): durations.append(Duration(position: position, minutes: minutes))
      case .failure(let reason): missing.append(reason.rawValue)
      }
    }
    return (durations, missing)
  }

  package var count: Int { groups.reduce(0) { $0 + $1.summary.durations.count } }

  /// All phases, with the verdicts of their tests adjusted to each other: three tests are three chances to be fooled.
  static func all(_ sample: TrendSample, columns: [IncidentSeries.Column]) -> [DurationStrip] {
    var strips = Phase.allCases.map { DurationStrip(sample, phase: $0, columns: columns) }
    let adjusted = BenjaminiHochberg.adjust(strips.map(\.verdict))
    for (index, verdict) in adjusted.enumerated() { strips[index].verdict = verdict }
    return strips
  }
}
