internal import PostMortems
internal import Statistics

extension Trends {
  var whatHurtMetrics: [Metric] {
    [months, quarters, years].flatMap(counts) + severities + rates + [change, yearTrendMetric, minutes, topThree]
      + apart + gapMetrics
  }

  /// The newest full quarter carries the test against the one before.
  private func counts(_ series: IncidentSeries) -> [Metric] {
    series.columns.map { column in
      let isTested = series.unit == .quarter && comparison?.later.period == column.period
      return Metric(
        .incidents, title: "Incidents, \(column.period.label)\(column.isRunning ? " so far" : "")",
        period: column.period.id, value: .count(column.incidents.count), n: column.incidents.count,
        excluded: sample.excluded(in: column.period.days), interval: column.interval, method: .poisson,
        comparison: isTested ? comparison?.test.comparison : nil, rows: column.incidents.postMortemRows)
    }
  }

  private var severities: [Metric] {
    quarters.columns.flatMap { column in
      zip(quarters.severities, column.bySeverity).map { name, positions in
        Metric(
          .incidentsBySeverity, facet: name, title: "Incidents of severity \(name), \(column.period.label)",
          period: column.period.id, value: .count(positions.count), n: positions.count,
          excluded: sample.excluded(in: column.period.days),
          interval: .garwood(count: positions.count), method: .poisson, rows: positions.postMortemRows)
      }
    }
  }

  /// Quarters by what the settings set them against; the newest full one carries the test.
  private var rates: [Metric] {
    sample.base.settings.exposures.enumerated().flatMap { place, exposure in
      quarters.columns.compactMap { column -> Metric? in
        guard let size = column.exposures[place] else { return nil }
        let isTested = comparison?.later.period == column.period
        return Metric(
          .incidentsPerExposure, facet: exposure.name,
          title: "Incidents per thousand \(exposure.name), \(column.period.label)", period: column.period.id,
          value: .quantity(Double(column.incidents.count) / size * 1000, .perThousand), n: column.incidents.count,
          excluded: sample.excluded(in: column.period.days),
          interval: column.interval.scaled(by: 1000 / size),
          method: .poisson, comparison: isTested ? comparison?.test(byExposure: place)?.comparison : nil,
          rows: column.incidents.postMortemRows)
      }
    }
  }

  /// The two newest full quarters against each other.
  package var change: Metric {
    let title = "Incidents, change between the two newest full quarters"
    guard let comparison else {
      return Metric(
        .incidentsChange, title: title, period: sample.record.id, value: .none, n: 0, method: .conditionalBinomial,
        comparison: .notEnough, rows: [])
    }
    let (earlier, later) = (comparison.earlier, comparison.later)
    return Metric(
      .incidentsChange, title: title, period: "\(earlier.period.id)..\(later.period.id)",
      value: .change(earlier: earlier.incidents.count, later: later.incidents.count), n: comparison.rows.count,
      excluded: sample.excluded(in: earlier.period.first...later.period.last), method: .conditionalBinomial,
      comparison: comparison.test.comparison,
      rows: comparison.rows.postMortemRows)
  }

  private var yearTrendMetric: Metric {
    let count = yearTrend.incidents.count
    return Metric(
      .incidentsTrend, title: "Incidents in 365 days, trend within them", period: yearTrend.days.id,
      value: .count(count), n: count, excluded: sample.excluded(in: yearTrend.days), method: .laplace,
      comparison: yearTrend.test?.comparison ?? .notEnough, rows: yearTrend.incidents.postMortemRows)
  }

  private var minutes: Metric {
    Metric(
      .impactMinutes, title: "Customer-impact minutes", period: impact.days.id,
      value: impact.rows.isEmpty ? .none : .quantity(impact.total, .minutes), n: impact.rows.count,
      excluded: impact.excluded, method: .sum, rows: impact.rows.map(\.position).postMortemRows)
  }

  private var topThree: Metric {
    Metric(
      .impactTopThree, title: "Customer-impact minutes of the three longest incidents", period: impact.days.id,
      value: impact.rows.isEmpty ? .none : .quantity(impact.topThree, .minutes), n: impact.rows.count,
      excluded: impact.excluded, method: .sum, rows: impact.rows.prefix(3).map(\.position).postMortemRows)
  }

  private var apart: [Metric] {
    quarters.columns.flatMap { column in
      [(MetricID.nearMisses, "Near misses", column.nearMisses), (.drills, "Drills", column.drills)].map {
        id, title, positions in
        Metric(
          id, title: "\(title), \(column.period.label)", period: column.period.id, value: .count(positions.count),
          n: positions.count, interval: .garwood(count: positions.count), method: .poisson,
          rows: positions.postMortemRows)
      }
    }
  }

  private var gapMetrics: [Metric] {
    let rows = daysBetween.incidents.postMortemRows
    let gaps = daysBetween.gaps
    return [
      Metric(
        .daysBetween, title: "Days between \(daysBetween.what), median", period: sample.record.id,
        value: gaps.map { .quantity($0.median, .days) } ?? .none, n: gaps?.count ?? 0,
        interval: gaps?.medianInterval(), method: .orderStatistics, rows: rows),
      Metric(
        .daysSinceLast, title: "Days since the newest of the \(daysBetween.what)", period: sample.record.id,
        value: daysBetween.daysSinceLast.map { .quantity(Double($0), .days) } ?? .none, n: rows.isEmpty ? 0 : 1,
        method: .count, rows: rows.suffix(1)),
    ]
  }
}
