internal import KnowledgeBase
internal import Language
internal import PostMortems
internal import Statistics

extension TrendFigures {
  /// The durations of a phase by quarter, a dot an incident.
  func stripFigure(_ strip: DurationStrip) -> Figure {
    let id = strip.phase.metric.rawValue
    let days = trends.quarters.days ?? trends.sample.record
    return Figure(
      id: id, metric: strip.phase.metric, headline: StripWords.headline(strip),
      subtitle: subtitle(say("\(TrendWords.phase(strip.phase)), a dot an incident, logarithmic axis"), days),
      n: strip.count,
      excluded: strip.excluded, chart: stripChart(strip),
      legend: [LegendEntry("dot", say("an incident"))]
        + (strip.groups.contains { $0.summary.median != nil }
          ? [LegendEntry("median", say("median")), LegendEntry("band", say("its interval"))] : [])
        + (strip.groups.contains { $0.isRunning } ? [LegendEntry("running", say("* not over yet"))] : []),
      table: DataTable(
        columns: [
          say("Quarter"), say("Incidents with both times"), say("Median"), say("Interval of the median"),
          say("90 in 100 within"), say("Left out"),
        ],
        rows: strip.groups.reversed().map { group in
          [
            DataTable.Cell(group.period.words + (group.isRunning ? say(" (not over)") : "")),
            count(group.summary.durations.count, id, group.period.id),
            DataTable.Cell(group.summary.median.map(MinuteWords.text) ?? say("fewer than 20")),
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
        say(
          """
          Median with order-statistic interval from twenty durations on; two quarters are compared by the \
          Mann-Whitney test when both have twenty, the p-values of detecting, mitigating and resolving \
          adjusted to each other after Benjamini and Hochberg. Durations under a minute are drawn at one \
          minute. No mean: a few long incidents would decide it.
          """)
    )
  }

  private func stripChart(_ strip: DurationStrip) -> DotStripChart {
    DotStripChart(
      title: say("\(TrendWords.phase(strip.phase)) by quarter"),
      description:
        say(
          """
          Dots on a logarithmic axis, \(strip.count) incidents in \(strip.groups.count) quarters. \
          \(StripWords.headline(strip)).
          """),
      rows: strip.groups.map { group in
        DotStripChart.Row(
          label: group.period.words, values: group.summary.durations.map(\.minutes), median: group.summary.median,
          interval: group.summary.medianInterval, isRunning: group.isRunning)
      }, unit: .minutes)
  }
}

/// What may be said of durations in words.
enum StripWords {
  static func headline(_ strip: DurationStrip) -> String {
    guard strip.count > 0 else { return say("\(TrendWords.phase(strip.phase)): no incident states both times") }
    let full = strip.groups.filter { !$0.isRunning }.suffix(2)
    guard full.count == 2, let earlier = full.first, let later = full.last else {
      return say("\(TrendWords.phase(strip.phase)): \(CountWords.text(strip.count, "incident")) with both times")
    }
    let names = say("\(later.period.words) against \(earlier.period.words)")
    switch strip.verdict {
    case .higher(let p):
      return say("\(TrendWords.phase(strip.phase)): longer in \(names)\(ratio(strip)) (\(FixedFormat.pValue(p)))")
    case .lower(let p):
      return say("\(TrendWords.phase(strip.phase)): shorter in \(names)\(ratio(strip)) (\(FixedFormat.pValue(p)))")
    case .notDistinguishable, .notEnough:
      return "\(TrendWords.phase(strip.phase)), \(names): \(TrendWords.verdict(strip.verdict))"
    }
  }

  private static func ratio(_ strip: DurationStrip) -> String {
    guard let ratio = strip.comparison?.ratio else { return "" }
    let range = ratio.interval.map { say(", interval \($0.text())") } ?? ""
    return say(", \(TrendWords.significant(ratio.ratio, 2)) times as long\(range)")
  }
}
