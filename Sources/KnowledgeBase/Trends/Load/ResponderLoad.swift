internal import Diagnostics
package import PostMortems
package import Statistics

/// What answering incidents costs, without a word of who answered.
package struct ResponderLoad: Sendable {
  package struct Row: Sendable {
    package let position: Int
    package let people: Double?
    package let hours: Double?
    package let isOutOfHours: Bool?
  }

  package let days: ClosedRange<Day>
  /// Incidents that state anything of the kind, oldest first.
  package let rows: [Row]
  package let excluded: [Exclusion]

  init(_ sample: TrendSample, days: ClosedRange<Day>) {
    self.days = days
    let incidents = sample.incidents(in: days)
    rows = incidents.compactMap { position in
      guard let load = sample.postMortem(position).fields.responders else { return nil }
      guard load.count != nil || load.hours != nil || load.outOfHours != nil else { return nil }
      return Row(position: position, people: load.count, hours: load.hours, isOutOfHours: load.outOfHours)
    }
    let missing = incidents.count - rows.count
    excluded = missing > 0 ? [Exclusion("responders not stated", missing)] : []
  }

  package var people: OrderStatistics? { OrderStatistics(rows.compactMap(\.people)) }
  package var hours: Double { rows.compactMap(\.hours).reduce(0, +) }
  package var outOfHours: Share {
    let known = rows.compactMap(\.isOutOfHours)
    return Share(known.count { $0 }, of: known.count)
  }
}
