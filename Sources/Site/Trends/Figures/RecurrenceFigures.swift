internal import KnowledgeBase
internal import Language
internal import PostMortems
internal import Statistics

extension TrendFigures {
  /// The share of incidents whose cause had struck in the year before.
  var recurrenceFigure: Figure {
    let recurrences = trends.recurrences
    let id = "recurrence"
    let groups = [
      ("again", recurrences.recurring), ("first in a year", recurrences.rows.filter { $0.earlier == nil }),
    ]
    return Figure(
      id: id, metric: .recurrence,
      headline: recurrences.rows.isEmpty
        ? say("No incident with a known cause")
        : say(
          """
          \(ShareWords.text(recurrences.share, say("incidents"))) had a cause that had struck within the year \
          before
          """),
      subtitle: subtitle(say("Incidents with a known root cause"), recurrences.days), n: recurrences.rows.count,
      excluded: recurrences.excluded,
      chart: BarChart(
        title: say("Incidents by whether their cause had struck within the year before"),
        description: say("Two bars. \(TrendWords.share(recurrences.share)) had."),
        bars: groups.map { name, rows in
          BarChart.Bar(
            label: VocabularyWords.text(name), parts: [rows.count],
            value: "\(CountWords.part(rows.count, of: recurrences.rows.count))",
            isUnknown: false)
        }, classes: ["cat1"]),
      table: DataTable(
        columns: [say("Cause of the incident"), say("Incidents"), say("Of"), say("Interval of the share")],
        rows: groups.map { name, rows in
          [
            DataTable.Cell(VocabularyWords.text(name)), count(rows.count, id, name),
            DataTable.Cell(CountWords.number(recurrences.rows.count)),
            DataTable.Cell(IntervalWords.share(Share(rows.count, of: recurrences.rows.count))),
          ]
        }),
      rows: RowSet(
        columns: ["root_causes", "earlier_post_mortem", "gap_days"],
        rows: groups.flatMap { name, rows in rows.map { recurrenceRow($0, name) } }),
      method:
        say(
          """
          An incident counts when one of its root causes was a root cause of another incident at most 365 \
          days earlier. Wilson score interval.
          """)
    )
  }

  private func recurrenceRow(_ row: Recurrences.Row, _ group: String) -> RowSet.Row {
    let earlier = row.earlier.map { trends.sample.postMortem($0.position).id } ?? ""
    return RowSet.Row(
      group, .postMortem(row.position),
      [row.causes.joined(separator: " "), earlier, row.earlier.map { "\($0.gapDays)" } ?? ""])
  }

  /// Each recurring cause on a line of dates.
  var timelineFigure: Figure {
    let lines = trends.timelines.lines
    let id = "recurring-causes"
    let shown = Array(lines.prefix(8))
    return Figure(
      id: id, metric: .recurringCauses,
      headline: lines.isEmpty
        ? say("No cause on record struck twice")
        : say("\(CountWords.text(lines.count, "cause")) struck more than once")
          + (lines.first.map { say("; '\($0.title)' most often, \(CountWords.times($0.incidents.count))") } ?? ""),
      subtitle: subtitle(say("Incidents by root cause, the \(shown.count) most frequent"), trends.sample.record),
      n: Set(lines.flatMap(\.incidents)).count, excluded: trends.sample.excluded, chart: timelineChart(shown),
      legend: timelineSeverities(shown).map { LegendEntry(severityClass($0), $0) }
        + (shown.contains { !$0.completions.isEmpty }
          ? [LegendEntry("done", say("an action item against the cause was done"))] : []),
      table: DataTable(
        columns: [
          say("Cause"), say("Incidents"), say("First"), say("Last"), say("Shortest gap"), say("Longest gap"),
          say("Action items done"), say("Open"),
        ],
        rows: lines.prefix(40).map { timelineRow($0, id) }),
      rows: RowSet(
        columns: ["cause", "severity"],
        rows: lines.flatMap { line in
          line.incidents.map { position in
            RowSet.Row(
              line.cause, .postMortem(position),
              [line.title, IncidentSeries.severity(of: trends.sample.postMortem(position))])
          }
        }),
      method:
        say(
          """
          A dot an incident, larger where graver. Triangles show when an action item against the cause was \
          done: does it strike to the right of one?
          """)
    )
  }

  private func timelineRow(_ line: CauseTimelines.Line, _ id: String) -> [DataTable.Cell] {
    let hasPage = base.causes.cause(line.cause) != nil
    return [
      DataTable.Cell(line.title, path: hasPage ? SitePaths.cause(line.cause) : nil),
      count(line.incidents.count, id, line.cause), DataTable.Cell(line.incidents.first.map(day) ?? ""),
      DataTable.Cell(line.incidents.last.map(day) ?? ""),
      DataTable.Cell(line.gaps.min().map { DateWords.gap(days: $0) } ?? ""),
      DataTable.Cell(line.gaps.max().map { DateWords.gap(days: $0) } ?? ""),
      DataTable.Cell(CountWords.number(line.completions.count)), DataTable.Cell(CountWords.number(line.open.count)),
    ]
  }

  private func timelineSeverities(_ lines: [CauseTimelines.Line]) -> [String] {
    let used = Set(lines.flatMap(\.incidents).map { IncidentSeries.severity(of: trends.sample.postMortem($0)) })
    return (base.settings.severities.map(\.name) + [IncidentSeries.unstated]).filter(used.contains)
  }

  private func timelineChart(_ lines: [CauseTimelines.Line]) -> CauseTimelineChart? {
    guard let first = lines.flatMap(\.incidents).map(trends.sample.day).min() else { return nil }
    let years = (first.year + 1...max(base.asOf.year, first.year + 1)).compactMap { Day(year: $0, month: 1, day: 1) }
    return CauseTimelineChart(
      title: say("Incidents by root cause over time"),
      description: say(
        """
        A line for each of \(lines.count) causes, a dot an incident. The table below has counts and gaps.
        """),
      lines: lines.map { line in
        CauseTimelineChart.Line(
          label: line.title,
          strikes: line.incidents.map { position in
            CauseTimelineChart.Strike(
              day: trends.sample.day(position).daysSinceEpoch,
              rank: min(trends.sample.postMortem(position).severity?.rank ?? 0, 5))
          }, completions: line.completions.map(\.day.daysSinceEpoch).filter { $0 >= first.daysSinceEpoch })
      }, days: first.daysSinceEpoch...max(base.asOf.daysSinceEpoch, first.daysSinceEpoch),
      marks: years.filter { $0 <= base.asOf }.map {
        CauseTimelineChart.Mark(day: $0.daysSinceEpoch, label: "\($0.year)")
      })
  }
}
