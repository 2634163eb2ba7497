internal import PostMortems
internal import Statistics

extension Trends {
  var mitigationMetrics: [Metric] {
    durationMetrics(strips[1]) + durationMetrics(strips[2]) + mitigations.kinds.map(kindMetric)
  }

  private func kindMetric(_ kind: MitigationKinds.Kind) -> Metric {
    Metric(
      .mitigation, facet: kind.name, title: "Time until \(kind.name) stopped the harm, median",
      period: mitigations.days.id, value: kind.times.statistics.map { .quantity($0.median, .minutes) } ?? .none,
      n: kind.times.durations.count,
      excluded: [
        Exclusion("did not work", kind.failures.count),
        Exclusion("time not stated", kind.incidents.count - kind.failures.count - kind.times.durations.count),
      ].filter { $0.count > 0 },
      interval: kind.times.medianInterval, method: .orderStatistics,
      rows: kind.times.durations.map(\.position).postMortemRows)
  }
}
