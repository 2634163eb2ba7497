internal import KnowledgeBase
internal import PostMortems
internal import Statistics

extension TrendFigures {
  /// Incidents a quarter, with the declared test between the two newest full ones.
  var quarterFigure: Figure {
    seriesFigure(trends.quarters, id: "incidents-by-quarter", headline: quarterHeadline, note: quarterNote)
  }

  /// Incidents a month: the shape of the last year, without a test.
  var monthFigure: Figure {
    let total = trends.months.total
    return seriesFigure(
      trends.months, id: "incidents-by-month",
      headline: "\(CountWords.text(total, "incident")) in \(CountWords.text(trends.months.columns.count, "month")), "
        + "the running one included",
      note:
        "Months are not compared: they are short and of unequal length, and twelve of them are twelve chances to be "
        + "fooled."
    )
  }

  /// Incidents a year, for a record so long or so sparse that quarters say little.
  var yearFigure: Figure {
    seriesFigure(
      trends.years, id: "incidents-by-year",
      headline: "\(CountWords.text(trends.years.total, "incident")) in "
        + "\(CountWords.text(trends.years.columns.count, "year")), the running one included",
      note: "Years are not compared: habits of writing change more in a year than a test could tell apart.")
  }

  /// The finest series that has enough incidents to be drawn.
  var leadingFigure: Figure {
    [quarterFigure, yearFigure].first { $0.presentation == .dots || $0.presentation == .summary } ?? quarterFigure
  }

  private var quarterHeadline: String {
    guard let comparison = trends.comparison else {
      return "\(CountWords.text(trends.quarters.total, "incident")) on record; two full quarters are needed to compare"
    }
    return IncidentWords.headline(comparison)
  }

  private var quarterNote: String {
    "The two newest full quarters are compared by an exact conditional binomial test of their rates per day."
      + (trends.comparison.flatMap(IncidentWords.power).map { " \($0)" } ?? "") + exposureNote
      + " " + IncidentWords.trend(trends.yearTrend)
  }

  /// What the same test says of the rates per exposure.
  private var exposureNote: String {
    base.settings.exposures.enumerated().compactMap { place, exposure -> String? in
      guard let test = trends.comparison?.test(byExposure: place) else { return nil }
      return " By \(exposure.name) in place of days: \(test.comparison.phrase)."
    }.joined()
  }

  private func seriesFigure(_ series: IncidentSeries, id: String, headline: String, note: String) -> Figure {
    let total = series.total
    let presentation = Presentation(count: total)
    let name = series.unit.rawValue
    return Figure(
      id: id, metric: .incidents, headline: headline,
      subtitle: subtitle("Incidents per \(name) by severity", series.days ?? trends.sample.record), n: total,
      excluded: trends.sample.excluded(in: series.days ?? trends.sample.record),
      chart: chart(series, isDots: presentation == .dots),
      legend: series.severities.map { LegendEntry(severityClass($0), $0) }
        + (series.columns.contains { $0.isRunning } ? [LegendEntry("running", "* not over yet")] : []),
      table: table(series, id), rows: rows(series),
      method: "Counts of published incidents by the day on which they began, with exact Poisson intervals. \(note)")
  }

  private func chart(_ series: IncidentSeries, isDots: Bool) -> ColumnChart {
    let columns = series.columns.map { column in
      let words = column.period.label.split(separator: " ").map(String.init)
      let short = words.first { Int($0) == nil } ?? column.period.label
      return ColumnChart.Column(
        label: short, secondLabel: words.count > 1 ? "\(column.period.year)" : nil, isRunning: column.isRunning,
        counts: column.bySeverity.map(\.count))
    }
    let peak = series.columns.max { $0.incidents.count < $1.incidents.count }
    return ColumnChart(
      title: "Incidents per \(series.unit.rawValue) by severity",
      description: "\(isDots ? "A dot an incident" : "Stacked columns"), \(columns.count) periods. Most in "
        + "\(peak?.period.label ?? "none") with \(peak?.incidents.count ?? 0). The table below has every value.",
      columns: columns, classes: series.severities.map(severityClass), isDots: isDots)
  }

  private func table(_ series: IncidentSeries, _ id: String) -> DataTable {
    DataTable(
      columns: [series.unit.rawValue.prefix(1).uppercased() + series.unit.rawValue.dropFirst(), "Incidents"]
        + series.severities + ["Interval", "Days", "Per day"]
        + base.settings.exposures.map { "Per thousand \($0.name)" },
      rows: series.columns.reversed().map { column in
        [
          DataTable.Cell(column.period.label + (column.isRunning ? " (not over)" : "")),
          count(column.incidents.count, id, column.period.id),
        ]
          + column.bySeverity.map { count($0.count, id, column.period.id) }
          + [
            DataTable.Cell(IntervalWords.counts(column.interval)), DataTable.Cell("\(column.elapsedDays)"),
            DataTable.Cell(FixedFormat.decimals(column.perDay, 3)),
          ]
          + base.settings.exposures.indices.map { rate(column, $0) }
      })
  }

  /// A rate for each exposure with its interval.
  private func rate(_ column: IncidentSeries.Column, _ place: Int) -> DataTable.Cell {
    guard let size = column.exposures[place] else { return DataTable.Cell("not told") }
    func text(_ count: Double) -> String { FixedFormat.significant(count / size * 1000, 2) }
    let interval = column.interval
    return DataTable.Cell(
      "\(text(Double(column.incidents.count))) (\(text(interval.lower)) to \(text(interval.upper)))")
  }

  private func rows(_ series: IncidentSeries) -> RowSet {
    RowSet(
      columns: ["severity"],
      rows: series.columns.reversed().flatMap { column in
        column.incidents.map { position in
          RowSet.Row(
            column.period.id, .postMortem(position),
            [IncidentSeries.severity(of: trends.sample.postMortem(position))])
        }
      })
  }
}
