internal import KnowledgeBase
internal import Language
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
      headline: say(
        """
        \(CountWords.text(total, "incident")) in \(CountWords.text(trends.months.columns.count, "month")), \
        the running one included
        """),
      note:
        say(
          """
          Months are not compared: they are short and of unequal length, and twelve of them are twelve \
          chances to be fooled.
          """)
    )
  }

  /// Incidents a year, for a record so long or so sparse that quarters say little.
  var yearFigure: Figure {
    seriesFigure(
      trends.years, id: "incidents-by-year",
      headline: say(
        """
        \(CountWords.text(trends.years.total, "incident")) in \
        \(CountWords.text(trends.years.columns.count, "year")), the running one included
        """),
      note: say(
        """
        Years are not compared: habits of writing change more in a year than a test could tell apart.
        """))
  }

  /// The finest series that has enough incidents to be drawn.
  var leadingFigure: Figure {
    [quarterFigure, yearFigure].first { $0.presentation == .dots || $0.presentation == .summary } ?? quarterFigure
  }

  private var quarterHeadline: String {
    guard let comparison = trends.comparison else {
      return say(
        """
        \(CountWords.text(trends.quarters.total, "incident")) on record; two full quarters are needed to \
        compare
        """)
    }
    return IncidentWords.headline(comparison)
  }

  private var quarterNote: String {
    say(
      """
      The two newest full quarters are compared by an exact conditional binomial test of their rates per \
      day.
      """)
      + (trends.comparison.flatMap(IncidentWords.power).map { " \($0)" } ?? "") + exposureNote
      + " " + IncidentWords.trend(trends.yearTrend)
  }

  /// What the same test says of the rates per exposure.
  private var exposureNote: String {
    base.settings.exposures.enumerated().compactMap { place, exposure -> String? in
      guard let test = trends.comparison?.test(byExposure: place) else { return nil }
      return say(" By \(exposure.name) in place of days: \(TrendWords.verdict(test.comparison)).")
    }.joined()
  }

  private func seriesFigure(_ series: IncidentSeries, id: String, headline: String, note: String) -> Figure {
    let total = series.total
    let presentation = Presentation(count: total)
    return Figure(
      id: id, metric: .incidents, headline: headline,
      subtitle: subtitle(TrendWords.perUnit(series.unit), series.days ?? trends.sample.record), n: total,
      excluded: trends.sample.excluded(in: series.days ?? trends.sample.record),
      chart: chart(series, isDots: presentation == .dots),
      legend: series.severities.map { LegendEntry(severityClass($0), $0) }
        + (series.columns.contains { $0.isRunning } ? [LegendEntry("running", say("* not over yet"))] : []),
      table: table(series, id), rows: rows(series),
      method: say(
        """
        Counts of published incidents by the day on which they began, with exact Poisson intervals. \
        \(note)
        """))
  }

  private func chart(_ series: IncidentSeries, isDots: Bool) -> ColumnChart {
    let columns = series.columns.map { column in
      let words = column.period.words.split(separator: " ").map(String.init)
      let short = words.first { Int($0) == nil } ?? column.period.words
      return ColumnChart.Column(
        label: short, secondLabel: words.count > 1 ? "\(column.period.year)" : nil, isRunning: column.isRunning,
        counts: column.bySeverity.map(\.count))
    }
    let peak = series.columns.max { $0.incidents.count < $1.incidents.count }
    return ColumnChart(
      title: TrendWords.perUnit(series.unit),
      description: say(
        """
        \(isDots ? say("A dot an incident") : say("Stacked columns")), \(columns.count) periods. Most in \
        \(peak?.period.words ?? say("none")) with \(peak?.incidents.count ?? 0). The table below has every \
        value.
        """),
      columns: columns, classes: series.severities.map(severityClass), isDots: isDots)
  }

  private func table(_ series: IncidentSeries, _ id: String) -> DataTable {
    DataTable(
      columns: [TrendWords.unit(series.unit), say("Incidents")]
        + series.severities + [say("Interval"), say("Days"), say("Per day")]
        + base.settings.exposures.map { say("Per thousand \($0.name)") },
      rows: series.columns.reversed().map { column in
        [
          DataTable.Cell(column.period.words + (column.isRunning ? say(" (not over)") : "")),
          count(column.incidents.count, id, column.period.id),
        ]
          + column.bySeverity.map { count($0.count, id, column.period.id) }
          + [
            DataTable.Cell(IntervalWords.counts(column.interval)), DataTable.Cell("\(column.elapsedDays)"),
            DataTable.Cell(TrendWords.decimals(column.perDay, 3)),
          ]
          + base.settings.exposures.indices.map { rate(column, $0) }
      })
  }

  /// A rate for each exposure with its interval.
  private func rate(_ column: IncidentSeries.Column, _ place: Int) -> DataTable.Cell {
    guard let size = column.exposures[place] else { return DataTable.Cell(say("not told")) }
    func text(_ count: Double) -> String { TrendWords.significant(count / size * 1000, 2) }
    let interval = column.interval
    return DataTable.Cell(
      say(
        """
        \(text(Double(column.incidents.count))) (\(text(interval.lower)) to \(text(interval.upper)))
        """))
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
