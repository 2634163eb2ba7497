internal import Diagnostics
package import PostMortems

/// How often each label occurs, the most frequent first and what is unknown last.
package struct Pareto: Sendable {
  package struct Bar: Sendable {
    package let slug: String
    package let title: String
    /// Positions of the incidents with the label, oldest first.
    package let incidents: [Int]
  }

  package let metric: MetricID
  package let days: ClosedRange<Day>
  package let bars: [Bar]
  /// Positions without a known label.
  package let unknown: [Int]
  /// All incidents of the days.
  package let incidents: [Int]
  /// Whether an incident may have several labels, so that bars add up to more than the incidents.
  package let isMultiLabel: Bool

  private init(
    _ metric: MetricID, _ sample: TrendSample, days: ClosedRange<Day>, isMultiLabel: Bool,
    title: (String) -> String, labels: (Int) -> [String]
  ) {
    self.metric = metric
    self.days = days
    self.isMultiLabel = isMultiLabel
    incidents = sample.incidents(in: days)
    var found: [String: [Int]] = [:]
    var unknown: [Int] = []
    for position in incidents {
      var seen: Set<String> = ["unknown", ""]
      let known = labels(position).filter { seen.insert($0).inserted }
      if known.isEmpty { unknown.append(position) }
      for label in known { found[label, default: []].append(position) }
    }
    self.unknown = unknown
    bars = found.map { Bar(slug: $0.key, title: title($0.key), incidents: $0.value) }
      .sorted { ($1.incidents.count, $0.slug) < ($0.incidents.count, $1.slug) }
  }

  static func triggers(_ sample: TrendSample, days: ClosedRange<Day>) -> Pareto {
    Pareto(.trigger, sample, days: days, isMultiLabel: false, title: { $0 }) {
      sample.postMortem($0).fields.trigger.map { [$0.value] } ?? []
    }
  }

  static func rootCauses(_ sample: TrendSample, days: ClosedRange<Day>) -> Pareto {
    Pareto(.rootCause, sample, days: days, isMultiLabel: true, title: { Self.causeTitle($0, sample) }) {
      sample.facts.causes[$0]
    }
  }

  /// Only the factors that name a cause; free words cannot be counted.
  static func contributingFactors(_ sample: TrendSample, days: ClosedRange<Day>) -> Pareto {
    Pareto(.contributingFactor, sample, days: days, isMultiLabel: true, title: { Self.causeTitle($0, sample) }) {
      sample.postMortem($0).fields.contributingFactors.compactMap(\.slug?.value).map(sample.base.causes.canonical)
    }
  }

  private static func causeTitle(_ slug: String, _ sample: TrendSample) -> String {
    sample.base.causes.cause(slug)?.title ?? slug
  }

  /// The incidents with a known label.
  package var known: [Int] {
    let silent = Set(unknown)
    return incidents.filter { !silent.contains($0) }
  }
}
