internal import PostMortems
internal import Statistics

extension Trends {
  var repeatMetrics: [Metric] {
    [recurrenceMetric, recurringCauses, repeats(.open, .repeatsWhileOpen), repeats(.done, .repeatsAfterDone)]
  }

  package var recurrenceMetric: Metric {
    Metric(
      .recurrence, title: "Incidents whose cause had struck within the year before", period: recurrences.days.id,
      value: .share(recurrences.share), n: recurrences.rows.count, excluded: recurrences.excluded,
      interval: recurrences.share.interval, method: .wilson, rows: recurrences.rows.map(\.position).postMortemRows)
  }

  private var recurringCauses: Metric {
    var seen: Set<Int> = []
    let positions = timelines.lines.flatMap(\.incidents).filter { seen.insert($0).inserted }.sorted(by: >)
    return Metric(
      .recurringCauses, title: "Causes that struck more than once", period: sample.record.id,
      value: .count(timelines.lines.count), n: positions.count, excluded: sample.excluded, method: .count,
      rows: positions.postMortemRows)
  }

  private func repeats(_ state: BrokenPromise.State, _ id: MetricID) -> Metric {
    let positions = brokenPromises.incidents(state)
    return Metric(
      id, title: "Incidents whose cause an action item was to prevent, \(state.rawValue)", period: sample.record.id,
      value: .count(positions.count), n: positions.count, excluded: brokenPromises.excluded, method: .count,
      rows: positions.postMortemRows)
  }
}
