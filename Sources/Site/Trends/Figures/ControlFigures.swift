internal import KnowledgeBase
internal import Language
internal import PostMortems
internal import Statistics

extension TrendFigures {
  /// Which safeguards were missing or failed.
  var controlFigure: Figure {
    let controls = trends.controls
    let id = "control-gaps"
    let n = controls.incidents.count
    let states: [(String, any KeyPath<ControlGaps.Control, [Int]> & Sendable)] = [
      ("absent", \.absent), ("failed", \.failed), ("worked", \.worked), ("present", \.present),
    ]
    return Figure(
      id: id, metric: .controlGap,
      headline: controls.controls.first.map { first in
        first.gaps.isEmpty
          ? say("No control was absent or failed")
          : say(
            """
            A working \(VocabularyWords.text(first.name)) would have touched \
            \(CountWords.part(first.gaps.count, of: n)) incidents
            """)
      } ?? say("No control recorded"),
      subtitle: subtitle(say("Incidents in which a control was absent or failed"), controls.days), n: n,
      excluded: controls.excluded,
      chart: BarChart(
        title: say("Controls that were absent or failed"),
        description: say("Horizontal bars in two parts, absent and failed. The table below has every value."),
        bars: controls.controls.filter { !$0.gaps.isEmpty }.prefix(12).map { control in
          BarChart.Bar(
            label: VocabularyWords.capitalised(control.name), parts: [control.absent.count, control.failed.count],
            value: "\(CountWords.part(control.gaps.count, of: n))", isUnknown: false)
        }, classes: ["cat1", "cat2"]),
      legend: [LegendEntry("cat1", say("absent")), LegendEntry("cat2", say("failed"))],
      table: DataTable(
        columns: [
          say("Control"), say("Absent or failed"), say("Absent"), say("Failed"), say("Worked"),
          say("Present, not tried"),
        ],
        rows: controls.controls.map { control in
          [
            DataTable.Cell(VocabularyWords.capitalised(control.name)),
            count(control.gaps.count, id, control.name),
          ]
            + states.map { count(control[keyPath: $0.1].count, id, control.name) }
        }),
      rows: RowSet(
        columns: ["state"],
        rows: controls.controls.flatMap { control in
          states.flatMap { name, positions in
            control[keyPath: positions].map { RowSet.Row(control.name, .postMortem($0), [name]) }
          }
        }),
      method:
        say(
          """
          Of the incidents that state at least one control. 'Would have touched' is not 'would have \
          prevented': a control that is there can fail.
          """)
    )
  }

  /// How long a factor had been in place before it hurt.
  var latencyFigure: Figure {
    let latency = trends.latency
    return Figure(
      id: "cause-latency", metric: .causeLatency,
      headline: latency.rows.first.map {
        say(
          """
          \(CountWords.text(latency.rows.count, "contributing factor")) with a known beginning; the oldest \
          had been in place for \(DateWords.gap(days: $0.days))
          """)
      } ?? say("No contributing factor says since when it was there"),
      subtitle: subtitle(say("Days from the introduction of a factor to the incident"), latency.days),
      n: latency.rows.count, excluded: latency.excluded,
      chart: DotStripChart(
        title: say("Days a contributing factor had been in place"),
        description: say("A dot a factor on a logarithmic axis, \(latency.rows.count) in all."),
        rows: [DotStripChart.Row(label: say("In place"), values: latency.rows.map { Double($0.days) }.sorted())],
        unit: .days),
      table: DataTable(
        columns: [say("Factor"), say("Incident"), say("Days in place")],
        rows: latency.rows.prefix(40).map { row in
          [
            DataTable.Cell(VocabularyWords.text(row.factor)),
            DataTable.Cell(day(row.position), path: path(row.position)),
            DataTable.Cell("\(row.days)"),
          ]
        }),
      rows: RowSet(
        columns: ["factor", "days"],
        rows: latency.rows.map { RowSet.Row("all", .postMortem($0.position), [$0.factor, "\($0.days)"]) }),
      method: say("A long latency says that looking for the change of today would not have found it."))
  }

  /// Which causes nobody has tested against since they last struck.
  var resilienceFigure: Figure {
    let rows = trends.resilience.rows
    let untested = rows.filter { !$0.isTestedSince }
    return Figure(
      id: "resilience-tests", metric: .drills,
      headline: rows.isEmpty
        ? say("No cause on record")
        : say(
          """
          \(CountWords.part(untested.count, of: rows.count)) causes have no drill since they last struck
          """),
      subtitle: subtitle(say("Causes by whether a drill has tried them since"), trends.sample.record), n: rows.count,
      excluded: [],
      table: DataTable(
        columns: [say("Cause"), say("Last struck"), say("Last drill"), say("Journals elsewhere")],
        rows: rows.prefix(60).map { row in
          [
            DataTable.Cell(row.title, path: base.causes.cause(row.cause) == nil ? nil : SitePaths.cause(row.cause)),
            DataTable.Cell(day(row.lastStruck), path: path(row.lastStruck)),
            DataTable.Cell(row.lastTest.map(day) ?? say("none"), path: row.lastTest.map(path)),
            DataTable.Cell(row.journals.joined(separator: ", ")),
          ]
        }),
      rows: RowSet(
        columns: ["cause"],
        rows: rows.map { row in
          RowSet.Row(row.isTestedSince ? "tested" : "untested", .postMortem(row.lastStruck), [row.cause])
        }),
      method:
        say(
          """
          A drill tests the causes that it names, and those whose record names it. Journals elsewhere have \
          no date here and count as no test.
          """)
    )
  }
}
