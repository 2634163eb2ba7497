internal import PostMortems
internal import Statistics

extension Trends {
  var detectionMetrics: [Metric] {
    DetectionSources.Group.allCases.map(detectionMetric) + durationMetrics(strips[0]) + [lateMetric]
  }

  private func detectionMetric(_ group: DetectionSources.Group) -> Metric {
    let share = detection.share(group)
    return Metric(
      .detection, facet: group.rawValue, title: "Incidents noticed first by \(group.rawValue)",
      period: detection.days.id, value: .share(share), n: share.whole, excluded: detection.excluded,
      interval: share.interval, method: .wilson, rows: detection.rows.map(\.position).postMortemRows)
  }

  private var lateMetric: Metric {
    let share = lateDetections.share
    return Metric(
      .foundLate, title: "Incidents noticed more than 30 minutes after their start", period: lateDetections.days.id,
      value: .share(share), n: share.whole, excluded: lateDetections.excluded, interval: share.interval,
      method: .wilson, rows: lateDetections.durations.map(\.position).postMortemRows)
  }

  /// One number a quarter, the newest full one with its test against the quarter before.
  func durationMetrics(_ strip: DurationStrip) -> [Metric] {
    let newest = strip.groups.last { !$0.isRunning }?.period
    return strip.groups.map { group in
      let statistics = group.summary.statistics
      return Metric(
        strip.phase.metric, title: "\(strip.phase.title), median, \(group.period.label)", period: group.period.id,
        value: statistics.map { .quantity($0.median, .minutes) } ?? .none, n: group.summary.durations.count,
        excluded: group.excluded, interval: group.summary.medianInterval, method: .orderStatistics,
        comparison: group.period == newest ? strip.verdict : nil,
        rows: group.summary.durations.map(\.position).postMortemRows)
    }
  }
}
