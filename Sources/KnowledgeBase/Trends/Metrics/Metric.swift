package import Statistics

/// A number of a trend page with all that a reader needs to doubt it.
package struct Metric: Sendable {
  package let id: MetricID
  /// The kind, cause or severity that the number is about, where its id covers several.
  package let facet: String?
  package let title: String
  /// A period's id or a range of days.
  package let period: String
  package let value: MetricValue
  /// How many post-mortems or action items the number is made of.
  package let n: Int
  /// What was left out, each with its reason.
  package let excluded: [Exclusion]
  package let interval: Interval?
  package let method: MetricMethod
  /// Against the period before, where a test is declared.
  package let comparison: Comparison?
  package let rows: [MetricRow]

  package init(
    _ id: MetricID, facet: String? = nil, title: String, period: String, value: MetricValue, n: Int,
    excluded: [Exclusion] = [], interval: Interval? = nil, method: MetricMethod, comparison: Comparison? = nil,
    rows: [MetricRow]
  ) {
    self.id = id
    self.facet = facet
    self.title = title
    self.period = period
    self.value = value
    self.n = n
    self.excluded = excluded
    self.interval = interval
    self.method = method
    self.comparison = comparison
    self.rows = rows
  }

  /// The id with its facet, such as `detection.customers`.
  package var name: String { facet.map { "\(id.rawValue).\($0)" } ?? id.rawValue }
}

/// What a metric says, by its type.
package enum MetricValue: Hashable, Sendable {
  /// Nothing recorded to make a number of.
  case none
  case count(Int)
  case share(Share)
  /// A sum or a median with its unit.
  case quantity(Double, MetricUnit)
  /// The counts of an earlier and a later period.
  case change(earlier: Int, later: Int)
}

package enum MetricUnit: String, Sendable {
  case minutes, days, people, hours
  case perThousand = "per thousand"
}

/// Something of the scope that a number does not count, with the reason and how often it applies.
package struct Exclusion: Hashable, Sendable {
  package let reason: String
  package let count: Int

  package init(_ reason: String, _ count: Int) {
    self.reason = reason
    self.count = count
  }
}

/// One of the things a number is made of.
package enum MetricRow: Hashable, Sendable {
  /// Position of a post-mortem.
  case postMortem(Int)
  /// Place in the ledger of action items.
  case action(Int)
}

extension [Exclusion] {
  /// One exclusion a reason, in the order in which the reasons first occur.
  static func tally(_ reasons: [String]) -> [Exclusion] {
    var order: [String] = []
    var counts: [String: Int] = [:]
    for reason in reasons {
      if counts.updateValue((counts[reason] ?? 0) + 1, forKey: reason) == nil { order.append(reason) }
    }
    return order.map { Exclusion($0, counts[$0] ?? 0) }
  }
}
