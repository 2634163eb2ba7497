internal import PostMortems
internal import Statistics

extension Trends {
  var promiseMetrics: [Metric] {
    [
      promiseCount(.actionsAccepted, "Action items accepted", promises.accepted),
      doneMetric,
      promiseCount(.actionsOpen, "Action items open", promises.open),
      promiseCount(.actionsOverdue, "Action items overdue", promises.overdue),
      promiseCount(.actionsDeclined, "Action items declined", promises.declined),
      onTimeMetric, ageMetric,
    ] + strengthMetrics
  }

  private var promisePeriod: String { sample.record.id }

  private func promiseCount(_ id: MetricID, _ title: String, _ places: [Int]) -> Metric {
    Metric(
      id, title: title, period: promisePeriod, value: .count(places.count), n: places.count,
      excluded: promises.excluded, method: .count, rows: places.actionRows)
  }

  private var doneMetric: Metric {
    let silent = promises.unstated.isEmpty ? [] : [Exclusion("state not stated", promises.unstated.count)]
    return Metric(
      .actionsDone, title: "Accepted action items that are done", period: promisePeriod,
      value: .share(promises.doneShare), n: promises.judged.count, excluded: promises.excluded + silent,
      interval: promises.doneShare.interval, method: .wilson, rows: promises.judged.actionRows)
  }

  private var onTimeMetric: Metric {
    Metric(
      .actionsOnTime, title: "Action items done by their due date", period: promisePeriod,
      value: punctuality.isTelling ? .share(punctuality.share) : .none, n: punctuality.rows.count,
      excluded: punctuality.excluded,
      interval: punctuality.isTelling ? punctuality.share.interval : nil, method: .wilson,
      rows: punctuality.rows.map(\.entry).actionRows)
  }

  private var ageMetric: Metric {
    let median = ages.isTelling ? ages.survival?.median : nil
    return Metric(
      .actionAge, title: "Age of action items when done, median with open ones censored", period: promisePeriod,
      value: median.map { .quantity($0, .days) } ?? .none, n: ages.rows.count, excluded: ages.excluded,
      interval: ages.isTelling && ages.presentation == .summary ? ages.survival?.medianInterval : nil,
      method: .kaplanMeier,
      rows: ages.rows.map(\.entry).actionRows)
  }

  private var strengthMetrics: [Metric] {
    ([.strong, .intermediate, .weak, nil] as [Strength?]).map { strength in
      let places = promises.places(strength)
      let name = strength?.rawValue ?? "not stated"
      return Metric(
        .actionStrength, facet: name, title: "Action items of strength \(name)", period: promisePeriod,
        value: .share(Share(places.count, of: promises.all.count)), n: promises.all.count,
        excluded: promises.excluded, method: .count, rows: places.actionRows)
    }
  }
}
