internal import KnowledgeBase
internal import Language
internal import PostMortems
internal import Statistics

extension TrendFigures {
  /// Days from one incident to the next, for what is rare.
  var gapFigure: Figure {
    let between = trends.daysBetween
    let id = "days-between"
    let gaps = between.chart?.gaps ?? []
    let positions = Array(between.incidents.dropFirst())
    return Figure(
      id: id, metric: .daysBetween, headline: gapHeadline,
      subtitle: subtitle(
        say("Days between \(TrendWords.incidents(of: between.severity)), in their order"), trends.sample.record),
      n: between.incidents.count, excluded: trends.sample.excluded, chart: gapChart,
      legend: [
        LegendEntry("dot", say("days since the one before")),
        LegendEntry("dot-open", say("days since the newest, still growing")),
      ]
        + (between.chart?.limits == nil
          ? [] : [LegendEntry("limit", say("limits of chance")), LegendEntry("centre", say("centre"))]),
      table: DataTable(
        columns: [say("Incident"), say("Date"), say("Days since the one before")],
        rows: zip(positions, gaps).reversed().prefix(40).map { position, gap in
          [
            DataTable.Cell(trends.sample.postMortem(position).title, path: path(position)),
            DataTable.Cell(day(position)), DataTable.Cell("\(Int(gap))"),
          ]
        }),
      rows: RowSet(
        columns: ["days_since_previous"],
        rows: zip(between.incidents, [nil] + gaps.map(Optional.some)).map { position, gap in
          RowSet.Row("all", .postMortem(position), [gap.map { "\(Int($0))" } ?? ""])
        }),
      method:
        say(
          """
          Gaps of a constant rate are exponential; limits after Nelson (T chart) from twenty incidents on. A \
          point above the upper limit is a pause longer than chance explains.
          """)
    )
  }

  private var gapHeadline: String {
    let between = trends.daysBetween
    guard let since = between.daysSinceLast else {
      return say("None of the \(TrendWords.incidents(of: between.severity)) recorded")
    }
    let last =
      say(
        """
        \(CountWords.text(since, "day")) since the newest of \(CountWords.number(between.incidents.count)) \
        \(TrendWords.incidents(of: between.severity))
        """)
    switch between.chart?.signal(Double(since)) {
    case .longer: return last + say(": a longer pause than chance explains")
    case .within, .shorter: return last + say(": within what chance explains")
    case nil: return last
    }
  }

  private var gapChart: GapChart? {
    let between = trends.daysBetween
    guard let chart = between.chart else { return nil }
    // More dots than this would run into each other; the data file has them all.
    let shown = Array(chart.gaps.suffix(80))
    let first = between.days.dropFirst().suffix(80).first
    return GapChart(
      title: say("Days between \(TrendWords.incidents(of: between.severity))"),
      description: say("A dot for each of \(shown.count) gaps in order. The table below has the values."), gaps: shown,
      ends: (first.map { DateWords.short($0) } ?? "", DateWords.short(base.asOf)), limits: chart.limits,
      running: between.daysSinceLast.map(Double.init))
  }
}
