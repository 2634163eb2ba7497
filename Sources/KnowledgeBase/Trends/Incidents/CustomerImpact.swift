package import PostMortems

/// The minutes during which customers were hurt, which few incidents make up for the most part.
package struct CustomerImpact: Sendable {
  package struct Row: Sendable {
    package let position: Int
    package let minutes: Double
  }

  package let days: ClosedRange<Day>
  /// Longest first.
  package let rows: [Row]
  package let excluded: [Exclusion]

  init(_ sample: TrendSample, days: ClosedRange<Day>) {
    self.days = days
    let incidents = sample.incidents(in: days)
    rows = incidents.compactMap { position in
      sample.postMortem(position).fields.impact?.minutes.map { Row(position: position, minutes: $0) }
    }.sorted { ($1.minutes, $0.position) < ($0.minutes, $1.position) }
    let missing = incidents.count - rows.count
    excluded = missing > 0 ? [Exclusion("impact minutes not stated", missing)] : []
  }

  package var total: Double { rows.reduce(0) { $0 + $1.minutes } }

  /// The minutes of the three longest.
  package var topThree: Double { rows.prefix(3).reduce(0) { $0 + $1.minutes } }
}
