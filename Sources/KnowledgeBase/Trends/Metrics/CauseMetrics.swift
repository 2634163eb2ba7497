internal import PostMortems
internal import Statistics

extension Trends {
  var causeMetrics: [Metric] {
    [triggers, rootCauses, contributingFactors].flatMap(paretoMetrics) + controls.controls.map(gapMetric)
      + [latencyMetric]
  }

  private func paretoMetrics(_ pareto: Pareto) -> [Metric] {
    let known = pareto.known.count
    let excluded = pareto.unknown.isEmpty ? [] : [Exclusion("unknown or not stated", pareto.unknown.count)]
    return pareto.bars.map { bar in
      let share = Share(bar.incidents.count, of: known)
      return Metric(
        pareto.metric, facet: bar.slug, title: "Incidents with '\(bar.title)'", period: pareto.days.id,
        value: .share(share), n: known, excluded: excluded, interval: share.interval, method: .wilson,
        rows: bar.incidents.postMortemRows)
    }
  }

  private func gapMetric(_ control: ControlGaps.Control) -> Metric {
    let share = Share(control.gaps.count, of: controls.incidents.count)
    return Metric(
      .controlGap, facet: control.name, title: "Incidents in which '\(control.name)' was absent or failed",
      period: controls.days.id, value: .share(share), n: share.whole, excluded: controls.excluded,
      interval: share.interval, method: .wilson, rows: control.gaps.postMortemRows)
  }

  private var latencyMetric: Metric {
    let statistics = latency.statistics
    return Metric(
      .causeLatency, title: "Days a contributing factor had been in place, median", period: latency.days.id,
      value: statistics.map { .quantity($0.median, .days) } ?? .none, n: latency.rows.count,
      excluded: latency.excluded, interval: statistics?.medianInterval(), method: .orderStatistics,
      rows: latency.rows.map(\.position).postMortemRows)
  }
}
