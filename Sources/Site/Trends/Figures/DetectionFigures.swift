internal import KnowledgeBase
internal import Language
internal import PostMortems
internal import Statistics

extension TrendFigures {
  /// Who noticed first.
  var detectionFigure: Figure {
    let detection = trends.detection
    let id = "detection"
    let unknown = detection.excluded.reduce(0) { $0 + $1.count }
    let n = detection.rows.count
    let bars = DetectionSources.Group.allCases.map { ($0.rawValue, detection.positions($0).count) }
    return Figure(
      id: id, metric: .detection,
      headline: n == 0
        ? say("Nobody wrote down who noticed first")
        : say(
          """
          Monitoring noticed \(ShareWords.text(detection.share(.monitoring), say("incidents"))) first, customers \
          \(detection.share(.customers).part)
          """),
      subtitle: subtitle(say("Incidents by who noticed first"), detection.days), n: n, excluded: detection.excluded,
      chart: BarChart(
        title: say("Incidents by who noticed first"),
        description: say(
          "Horizontal bars: \(bars.map { "\(VocabularyWords.text($0.0)) \($0.1)" }.joined(separator: ", "))."),
        bars: bars.map { name, count in
          BarChart.Bar(
            label: VocabularyWords.capitalised(name), parts: [count], value: say("\(count) of \(n)"), isUnknown: false)
        } + [BarChart.Bar(label: say("Unknown"), parts: [unknown], value: "\(unknown)", isUnknown: true)],
        classes: ["cat1"]),
      table: DataTable(
        columns: [say("Noticed first by"), say("Incidents"), say("Of"), say("Interval of the share")],
        rows: DetectionSources.Group.allCases.map { group in
          let share = detection.share(group)
          return [
            DataTable.Cell(VocabularyWords.capitalised(group.rawValue)), count(share.part, id, group.rawValue),
            DataTable.Cell(CountWords.number(share.whole)), DataTable.Cell(IntervalWords.share(share)),
          ]
        } + [[DataTable.Cell(say("Unknown")), DataTable.Cell("\(unknown)"), DataTable.Cell(""), DataTable.Cell("")]]),
      rows: RowSet(
        columns: ["source"],
        rows: DetectionSources.Group.allCases.flatMap { group in
          detection.rows.filter { $0.group == group }.map {
            RowSet.Row(group.rawValue, .postMortem($0.position), [$0.source])
          }
        }),
      method:
        say(
          """
          Alerts, synthetic checks and tests are monitoring; employees and log reviews are staff; partners, \
          vendors and status pages are others. Wilson score intervals; four shares of one whole are no \
          tests.
          """)
    )
  }

  /// Found after more than half an hour.
  var lateFigure: Figure {
    let late = trends.lateDetections
    let id = "found-late"
    return Figure(
      id: id, metric: .foundLate,
      headline: late.durations.isEmpty
        ? say("No time to detect is known")
        : say("\(ShareWords.text(late.share, say("incidents"))) were found after more than 30 minutes"),
      subtitle: subtitle(say("Incidents with a known time to detect"), late.days), n: late.durations.count,
      excluded: late.excluded,
      table: DataTable(
        columns: [say("Incident"), say("Date"), say("Time to detect")],
        rows: late.late.prefix(40).map { duration in
          [
            DataTable.Cell(trends.sample.postMortem(duration.position).title, path: path(duration.position)),
            DataTable.Cell(day(duration.position)), DataTable.Cell(MinuteWords.text(duration.minutes)),
          ]
        }),
      rows: RowSet(
        columns: ["minutes_to_detect"],
        rows: late.durations.map { duration in
          RowSet.Row(
            duration.minutes > LateDetections.limitMinutes ? "late" : "within 30 minutes",
            .postMortem(duration.position), [MinuteWords.data(duration.minutes)])
        }),
      method: say(
        """
        From the start of the incident to its detection, both as written. The list is longest first.
        """))
  }
}
