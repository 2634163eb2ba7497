internal import KnowledgeBase
internal import PostMortems
internal import Statistics

extension TrendFigures {
  /// Which safeguards were missing or failed.
  var controlFigure: Figure {
    let controls = trends.controls
    let id = "control-gaps"
    let n = controls.incidents.count
    let states: [(String, KeyPath<ControlGaps.Control, [Int]>)] = [
      ("absent", \.absent), ("failed", \.failed), ("worked", \.worked), ("present", \.present),
    ]
    return Figure(
      id: id, metric: .controlGap,
      headline: controls.controls.first.map { first in
        first.gaps.isEmpty
          ? "No control was absent or failed"
          : "A working \(VocabularyWords.text(first.name)) would have touched \(CountWords.part(first.gaps.count, of: n)) incidents"
      } ?? "No control recorded",
      subtitle: subtitle("Incidents in which a control was absent or failed", controls.days), n: n,
      excluded: controls.excluded,
      chart: BarChart(
        title: "Controls that were absent or failed",
        description: "Horizontal bars in two parts, absent and failed. The table below has every value.",
        bars: controls.controls.filter { !$0.gaps.isEmpty }.prefix(12).map { control in
          BarChart.Bar(
            label: VocabularyWords.capitalised(control.name), parts: [control.absent.count, control.failed.count],
            value: "\(CountWords.part(control.gaps.count, of: n))", isUnknown: false)
        }, classes: ["cat1", "cat2"]),
      legend: [LegendEntry("cat1", "absent"), LegendEntry("cat2", "failed")],
      table: DataTable(
        columns: ["Control", "Absent or failed", "Absent", "Failed", "Worked", "Present, not tried"],
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
        "Of the incidents that state at least one control. 'Would have touched' is not 'would have prevented': a "
        + "control that is there can fail."
    )
  }

  /// How long a factor had been in place before it hurt.
  var latencyFigure: Figure {
    let latency = trends.latency
    return Figure(
      id: "cause-latency", metric: .causeLatency,
      headline: latency.rows.first.map {
        "\(CountWords.text(latency.rows.count, "contributing factor")) with a known beginning; the oldest had been "
          + "in place for \(DateWords.gap(days: $0.days))"
      } ?? "No contributing factor says since when it was there",
      subtitle: subtitle("Days from the introduction of a factor to the incident", latency.days),
      n: latency.rows.count, excluded: latency.excluded,
      chart: DotStripChart(
        title: "Days a contributing factor had been in place",
        description: "A dot a factor on a logarithmic axis, \(latency.rows.count) in all.",
        rows: [DotStripChart.Row(label: "In place", values: latency.rows.map { Double($0.days) }.sorted())],
        unit: .days),
      table: DataTable(
        columns: ["Factor", "Incident", "Days in place"],
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
      method: "A long latency says that looking for the change of today would not have found it.")
  }

  /// Which causes nobody has tested against since they last struck.
  var resilienceFigure: Figure {
    let rows = trends.resilience.rows
    let untested = rows.filter { !$0.isTestedSince }
    return Figure(
      id: "resilience-tests", metric: .drills,
      headline: rows.isEmpty
        ? "No cause on record"
        : "\(CountWords.part(untested.count, of: rows.count)) causes have no drill since they last struck",
      subtitle: subtitle("Causes by whether a drill has tried them since", trends.sample.record), n: rows.count,
      excluded: [],
      table: DataTable(
        columns: ["Cause", "Last struck", "Last drill", "Journals elsewhere"],
        rows: rows.prefix(60).map { row in
          [
            DataTable.Cell(row.title, path: base.causes.cause(row.cause) == nil ? nil : SitePaths.cause(row.cause)),
            DataTable.Cell(day(row.lastStruck), path: path(row.lastStruck)),
            DataTable.Cell(row.lastTest.map(day) ?? "none", path: row.lastTest.map(path)),
            DataTable.Cell(row.journals.joined(separator: ", ")),
          ]
        }),
      rows: RowSet(
        columns: ["cause"],
        rows: rows.map { row in
          RowSet.Row(row.isTestedSince ? "tested" : "untested", .postMortem(row.lastStruck), [row.cause])
        }),
      method:
        "A drill tests the causes that it names, and those whose record names it. Journals elsewhere have no date "
        + "here and count as no test."
    )
  }
}
