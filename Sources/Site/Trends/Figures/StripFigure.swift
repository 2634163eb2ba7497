internal import KnowledgeBase
internal import PostMortems
internal import Statistics

extension TrendFigures {
  /// The durations of a phase by quarter, a dot an incident.
  func stripFigure(_ strip: DurationStrip) -> Figure {
    let id = strip.phase.metric.rawValue
    let days = trends.quarters.days ?? trends.sample.record
    return Figure(
      id: id, metric: strip.phase.metric, headline: StripWords.headline(strip),
      subtitle: subtitle("\(strip.phase.title), a dot an incident, logarithmic axis", days), n: strip.count,
      excluded: strip.excluded, chart: stripChart(strip),
      legend: [LegendEntry("dot", "an incident")]
        + (strip.groups.contains { $0.summary.median != nil }
          ? [LegendEntry("median", "median"), LegendEntry("band", "its interval")] : [])
        + (strip.groups.contains { $0.isRunning } ? [LegendEntry("running", "* not over yet")] : []),
      table: DataTable(
        columns: [
          "Quarter", "Incidents with both times", "Median", "Interval of the median", "90 in 100 within", "Left out",
        ],
        rows: strip.groups.reversed().map { group in
          [
            DataTable.Cell(group.period.label + (group.isRunning ? " (not over)" : "")),
            count(group.summary.durations.count, id, group.period.id),
            DataTable.Cell(group.summary.median.map(MinuteWords.text) ?? "fewer than 20"),
            DataTable.Cell(IntervalWords.minutes(group.summary.medianInterval)),
            DataTable.Cell(group.summary.ninetieth.map(MinuteWords.text) ?? ""),
            DataTable.Cell("\(group.excluded.reduce(0) { $0 + $1.count })"),
          ]
        }),
      rows: RowSet(
        columns: ["minutes"],
        rows: strip.groups.reversed().flatMap { group in
          group.summary.durations.map {
            RowSet.Row(group.period.id, .postMortem($0.position), [MinuteWords.data($0.minutes)])
          }
        }),
      method:
        "Median with order-statistic interval from twenty durations on; two quarters are compared by the "
        + "Mann-Whitney test when both have twenty, the p-values of detecting, mitigating and resolving adjusted to "
        + "each other after Benjamini and Hochberg. Durations under a minute are drawn at one minute. No mean: a "
        + "few long incidents would decide it."
    )
  }

  private func stripChart(_ strip: DurationStrip) -> DotStripChart {
    DotStripChart(
      title: "\(strip.phase.title) by quarter",
      description:
        "Dots on a logarithmic axis, \(strip.count) incidents in \(strip.groups.count) quarters. "
        + "\(StripWords.headline(strip)).",
      rows: strip.groups.map { group in
        DotStripChart.Row(
          label: group.period.label, values: group.summary.durations.map(\.minutes), median: group.summary.median,
          interval: group.summary.medianInterval, isRunning: group.isRunning)
      }, unit: .minutes)
  }
}

/// What may be said of durations in words.
enum StripWords {
  static func headline(_ strip: DurationStrip) -> String {
    guard strip.count > 0 else { return "\(strip.phase.title): no incident states both times" }
    let full = strip.groups.filter { !$0.isRunning }.suffix(2)
    guard full.count == 2, let earlier = full.first, let later = full.last else {
      return "\(strip.phase.title): \(CountWords.text(strip.count, "incident")) with both times"
    }
    let names = "\(later.period.label) against \(earlier.period.label)"
    switch strip.verdict {
    case .higher(let p): return "\(strip.phase.title): longer in \(names)\(ratio(strip)) (\(FixedFormat.pValue(p)))"
    case .lower(let p): return "\(strip.phase.title): shorter in \(names)\(ratio(strip)) (\(FixedFormat.pValue(p)))"
    case .notDistinguishable, .notEnough: return "\(strip.phase.title), \(names): \(strip.verdict.phrase)"
    }
  }

  private static func ratio(_ strip: DurationStrip) -> String {
    guard let ratio = strip.comparison?.ratio else { return "" }
    let range = ratio.interval.map { ", interval \($0.text())" } ?? ""
    return ", \(FixedFormat.significant(ratio.ratio, 2)) times as long\(range)"
  }
}
