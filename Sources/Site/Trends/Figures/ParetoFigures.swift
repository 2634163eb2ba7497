internal import KnowledgeBase
internal import Language
internal import PostMortems
internal import Statistics

extension TrendFigures {
  var triggerFigure: Figure {
    paretoFigure(
      trends.triggers, "triggers", what: say("trigger"),
      note:
        say(
          """
          For comparison: of Google's incidents of 2010 to 2017, 37 in 100 began with a binary push, 31 with \
          a configuration push and 9 with a change in user behaviour (The Site Reliability Workbook, \
          appendix C).
          """)
    )
  }

  var rootCauseFigure: Figure {
    paretoFigure(
      trends.rootCauses, "root-causes", what: say("root cause"),
      note: say("An incident may have several root causes, so that bars add up to more than the incidents."))
  }

  var factorFigure: Figure {
    paretoFigure(
      trends.contributingFactors, "contributing-factors", what: say("contributing factor"),
      note: say("Only factors that name a cause are counted; an incident may have several."))
  }

  private func paretoFigure(_ pareto: Pareto, _ id: String, what: String, note: String) -> Figure {
    let known = pareto.known.count
    return Figure(
      id: id, metric: pareto.metric, headline: headline(pareto, what),
      subtitle: subtitle(say("Incidents by \(what), most frequent first"), pareto.days), n: known,
      excluded: pareto.unknown.isEmpty ? [] : [Exclusion(say("\(what) unknown or not stated"), pareto.unknown.count)],
      chart: chart(pareto, what), table: table(pareto, id, what),
      rows: RowSet(
        columns: [],
        rows: pareto.bars.flatMap { bar in bar.incidents.map { RowSet.Row(bar.slug, .postMortem($0)) } }),
      method:
        say(
          """
          Shares of the \(known) incidents with a known \(what), with Wilson score intervals. \(note) The \
          order of close bars is chance.
          """)
    )
  }

  private func headline(_ pareto: Pareto, _ what: String) -> String {
    guard let first = pareto.bars.first else { return say("No \(what) recorded") }
    let known = pareto.known.count
    let ties = pareto.bars.filter { $0.incidents.count == first.incidents.count }
    if ties.count > 1 {
      return
        say(
          """
          No \(what) leads: \(CountWords.number(ties.count)) are named in \
          \(CountWords.part(first.incidents.count, of: known)) incidents each
          """)
    }
    return
      say(
        """
        '\(VocabularyWords.capitalised(first.title))' is the most frequent \(what): \
        \(ShareWords.text(Share(first.incidents.count, of: known), say("incidents")))
        """)
  }

  private func chart(_ pareto: Pareto, _ what: String) -> BarChart {
    let known = pareto.known.count
    let unknown = BarChart.Bar(
      label: say("Unknown"), parts: [pareto.unknown.count], value: "\(pareto.unknown.count)", isUnknown: true)
    return BarChart(
      title: say("Incidents by \(what)"),
      description:
        say(
          """
          Horizontal bars, most frequent first, unknown last; the \(min(pareto.bars.count, 12)) first of \
          \(pareto.bars.count). The table below has every value.
          """),
      bars: pareto.bars.prefix(12).map { bar in
        BarChart.Bar(
          label: VocabularyWords.capitalised(bar.title), parts: [bar.incidents.count],
          value: "\(CountWords.part(bar.incidents.count, of: known))", isUnknown: false)
      } + (pareto.unknown.isEmpty ? [] : [unknown]), classes: ["cat1"])
  }

  private func table(_ pareto: Pareto, _ id: String, _ what: String) -> DataTable {
    let labels = pareto.bars.reduce(0) { $0 + $1.incidents.count }
    var sum = 0
    var rows = pareto.bars.map { bar -> [DataTable.Cell] in
      sum += bar.incidents.count
      let isCause = pareto.metric != .trigger && base.causes.cause(bar.slug) != nil
      return [
        DataTable.Cell(
          VocabularyWords.capitalised(bar.title), path: isCause ? SitePaths.cause(bar.slug) : nil),
        count(bar.incidents.count, id, bar.slug),
        DataTable.Cell(IntervalWords.share(Share(bar.incidents.count, of: pareto.known.count))),
        DataTable.Cell(say("\(sum) of \(labels)")),
      ]
    }
    if !pareto.unknown.isEmpty {
      rows.append([
        DataTable.Cell(say("Unknown")), DataTable.Cell(CountWords.number(pareto.unknown.count)), DataTable.Cell(""),
        DataTable.Cell(""),
      ])
    }
    return DataTable(
      columns: [
        VocabularyWords.capitalised(what), say("Incidents"), say("Interval of the share"), say("Running sum of labels"),
      ],
      rows: rows)
  }
}
