internal import Diagnostics
package import PostMortems
package import Statistics

/// How many days pass between an incident and the publication of its post-mortem.
package struct Publication: Sendable {
  package struct Row: Sendable {
    package let position: Int
    package let published: Day
    package let days: Int
  }

  package let days: ClosedRange<Day>
  /// Slowest first.
  package let rows: [Row]
  package let excluded: [Exclusion]
  /// Positions of drafts and reviews of incidents of the days, newest first.
  package let unpublished: [Int]

  init(_ sample: TrendSample, days: ClosedRange<Day>) {
    self.days = days
    var rows: [Row] = []
    var missing: [String] = []
    for position in sample.incidents(in: days) {
      guard let published = sample.postMortem(position).fields.published?.value.day else {
        missing.append("publication day not stated")
        continue
      }
      let delay = published.daysSinceEpoch - sample.day(position).daysSinceEpoch
      guard delay >= 0 else {
        missing.append("published before the incident")
        continue
      }
      rows.append(Row(position: position, published: published, days: delay))
    }
    self.rows = rows.sorted { ($1.days, $0.position) < ($0.days, $1.position) }
    excluded = .tally(missing)
    unpublished = sample.unpublished.filter { sample.postMortem($0).kind == .incident }
  }

  package var statistics: OrderStatistics? { OrderStatistics(rows.map { Double($0.days) }) }
}
