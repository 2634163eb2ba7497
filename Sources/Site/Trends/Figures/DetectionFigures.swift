internal import KnowledgeBase
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
        ? "Nobody wrote down who noticed first"
        : "Monitoring noticed \(ShareWords.text(detection.share(.monitoring), "incidents")) first, customers "
          + "\(detection.share(.customers).part)",
      subtitle: subtitle("Incidents by who noticed first", detection.days), n: n, excluded: detection.excluded,
      chart: BarChart(
        title: "Incidents by who noticed first",
        description: "Horizontal bars: " + bars.map { "\($0.0) \($0.1)" }.joined(separator: ", ") + ".",
        bars: bars.map { name, count in
          BarChart.Bar(
            label: VocabularyWords.capitalised(name), parts: [count], value: "\(count) of \(n)", isUnknown: false)
        } + [BarChart.Bar(label: "Unknown", parts: [unknown], value: "\(unknown)", isUnknown: true)],
        classes: ["cat1"]),
      table: DataTable(
        columns: ["Noticed first by", "Incidents", "Of", "Interval of the share"],
        rows: DetectionSources.Group.allCases.map { group in
          let share = detection.share(group)
          return [
            DataTable.Cell(VocabularyWords.capitalised(group.rawValue)), count(share.part, id, group.rawValue),
            DataTable.Cell(CountWords.number(share.whole)), DataTable.Cell(IntervalWords.share(share)),
          ]
        } + [[DataTable.Cell("Unknown"), DataTable.Cell("\(unknown)"), DataTable.Cell(""), DataTable.Cell("")]]),
      rows: RowSet(
        columns: ["source"],
        rows: DetectionSources.Group.allCases.flatMap { group in
          detection.rows.filter { $0.group == group }.map {
            RowSet.Row(group.rawValue, .postMortem($0.position), [$0.source])
          }
        }),
      method:
        "Alerts, synthetic checks and tests are monitoring; employees and log reviews are staff; partners, vendors "
        + "and status pages are others. Wilson score intervals; four shares of one whole are no tests."
    )
  }

  /// Found after more than half an hour.
  var lateFigure: Figure {
    let late = trends.lateDetections
    let id = "found-late"
    return Figure(
      id: id, metric: .foundLate,
      headline: late.durations.isEmpty
        ? "No time to detect is known"
        : "\(ShareWords.text(late.share, "incidents")) were found after more than 30 minutes",
      subtitle: subtitle("Incidents with a known time to detect", late.days), n: late.durations.count,
      excluded: late.excluded,
      table: DataTable(
        columns: ["Incident", "Date", "Time to detect"],
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
      method: "From the start of the incident to its detection, both as written. The list is longest first.")
  }
}
