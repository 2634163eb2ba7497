internal import KnowledgeBase
internal import Language
internal import PostMortems
internal import Statistics

extension TrendFigures {
  /// Few incidents make up most of the minutes.
  var impactFigure: Figure {
    let impact = trends.impact
    let id = "impact-minutes"
    let total = MinuteWords.text(impact.total)
    let headline =
      impact.rows.isEmpty
      ? say("No customer-impact minutes recorded")
      : impact.rows.count <= 3
        ? say("\(total) of customer impact in \(CountWords.text(impact.rows.count, "incident"))")
        : say(
          """
          Three of \(impact.rows.count) incidents account for \(MinuteWords.text(impact.topThree)) of \
          \(total) of customer impact
          """)
    return Figure(
      id: id, metric: .impactMinutes, headline: headline,
      subtitle: subtitle(say("Minutes during which customers were hurt, longest first"), impact.days),
      n: impact.rows.count, excluded: impact.excluded, chart: impactChart,
      table: DataTable(
        columns: [say("Incident"), say("Date"), say("Minutes")],
        rows: impact.rows.prefix(20).map { row in
          [
            DataTable.Cell(trends.sample.postMortem(row.position).title, path: path(row.position)),
            DataTable.Cell(day(row.position)), DataTable.Cell(CountWords.number(row.minutes)),
          ]
        } + [
          [DataTable.Cell(say("All incidents")), DataTable.Cell(""), DataTable.Cell(CountWords.number(impact.total))]
        ]),
      rows: RowSet(
        columns: ["minutes"],
        rows: impact.rows.map { RowSet.Row("all", .postMortem($0.position), [MinuteWords.data($0.minutes)]) }),
      method:
        say(
          """
          The minutes that post-mortems state, added up. A sum of heavy-tailed values says what was lost, \
          and nothing of what to expect.
          """)
    )
  }

  private var impactChart: BarChart {
    let rows = trends.impact.rows.prefix(10)
    return BarChart(
      title: say("Customer-impact minutes by incident"),
      description: say("Horizontal bars, the \(rows.count) longest incidents. The table below has the values."),
      bars: rows.map { row in
        BarChart.Bar(
          label: trends.sample.postMortem(row.position).title, parts: [Int(row.minutes.rounded())],
          value: MinuteWords.text(row.minutes), isUnknown: false)
      }, classes: ["cat1"])
  }
}
