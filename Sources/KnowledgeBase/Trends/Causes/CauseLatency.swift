internal import Diagnostics
package import PostMortems
package import Statistics

/// How long a factor had been in place before it hurt.
package struct CauseLatency: Sendable {
  package struct Row: Sendable {
    package let position: Int
    package let factor: String
    package let days: Int
  }

  package let days: ClosedRange<Day>
  /// Longest first.
  package let rows: [Row]
  package let excluded: [Exclusion]

  init(_ sample: TrendSample, days: ClosedRange<Day>) {
    self.days = days
    var rows: [Row] = []
    var missing: [String] = []
    for position in sample.incidents(in: days) {
      let found = sample.day(position).daysSinceEpoch
      for factor in sample.postMortem(position).fields.contributingFactors {
        guard let introduced = factor.introduced?.value.day.daysSinceEpoch else {
          missing.append("factor without the day it was introduced")
          continue
        }
        guard introduced <= found else {
          missing.append("introduced after the incident")
          continue
        }
        rows.append(
          Row(position: position, factor: factor.text ?? factor.slug?.value ?? "", days: found - introduced))
      }
    }
    self.rows = rows.sorted { ($1.days, $0.position, $0.factor) < ($0.days, $1.position, $1.factor) }
    excluded = .tally(missing)
  }

  package var statistics: OrderStatistics? { OrderStatistics(rows.map { Double($0.days) }) }
}
