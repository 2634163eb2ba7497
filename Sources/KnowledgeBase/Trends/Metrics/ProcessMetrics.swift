internal import PostMortems
internal import Statistics

extension Trends {
  var processMetrics: [Metric] {
    let statistics = publication.statistics
    return [
      Metric(
        .unpublished, title: "Post-mortems begun and not yet published", period: sample.record.id,
        value: .count(publication.unpublished.count), n: publication.unpublished.count, method: .count,
        rows: publication.unpublished.postMortemRows),
      Metric(
        .daysToPublished, title: "Days from the incident to its published post-mortem, median",
        period: publication.days.id, value: statistics.map { .quantity($0.median, .days) } ?? .none,
        n: publication.rows.count, excluded: publication.excluded, interval: statistics?.medianInterval(),
        method: .orderStatistics, rows: publication.rows.map(\.position).postMortemRows),
    ]
      + coverage.fields.map { field in
        Metric(
          .fieldCoverage, facet: field.name, title: "Post-mortems that state '\(field.name)'",
          period: coverage.days.id, value: .share(field.share), n: field.share.whole, interval: field.share.interval,
          method: .wilson, rows: field.stated.postMortemRows)
      }
  }

  var loadMetrics: [Metric] {
    let people = load.people
    let withHours = load.rows.filter { $0.hours != nil }.map(\.position)
    let withClock = load.rows.filter { $0.isOutOfHours != nil }.map(\.position)
    return [
      Metric(
        .responders, title: "People who answered an incident, median", period: load.days.id,
        value: people.map { .quantity($0.median, .people) } ?? .none, n: people?.count ?? 0,
        excluded: load.excluded, interval: people?.medianInterval(), method: .orderStatistics,
        rows: load.rows.filter { $0.people != nil }.map(\.position).postMortemRows),
      Metric(
        .responderHours, title: "Hours spent on answering incidents", period: load.days.id,
        value: withHours.isEmpty ? .none : .quantity(load.hours, .hours), n: withHours.count,
        excluded: load.excluded, method: .sum, rows: withHours.postMortemRows),
      Metric(
        .outOfHours, title: "Incidents answered out of hours", period: load.days.id, value: .share(load.outOfHours),
        n: load.outOfHours.whole, excluded: load.excluded, interval: load.outOfHours.interval, method: .wilson,
        rows: withClock.postMortemRows),
    ]
  }
}
