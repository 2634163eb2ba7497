internal import KnowledgeBase
internal import Language
internal import PostMortems
internal import Statistics

extension TrendFigures {
  /// What stopped the harm, and how long it took to get there.
  var mitigationFigure: Figure {
    let mitigations = trends.mitigations
    let id = "mitigation"
    let top = mitigations.kinds.first
    return Figure(
      id: id, metric: .mitigation,
      headline: top.map { top in
        say(
          """
          \(VocabularyWords.capitalised(top.name)) was used most, in \(top.incidents.count) of \
          \(CountWords.text(mitigations.incidents.count, "incident"))
          """)
      } ?? say("No mitigation recorded"),
      subtitle: subtitle(say("From the start to the act that stopped the harm, by kind"), mitigations.days),
      n: mitigations.incidents.count, excluded: mitigations.excluded, chart: mitigationChart,
      legend: [LegendEntry("dot", say("an incident"))]
        + (mitigations.kinds.contains { $0.times.median != nil }
          ? [LegendEntry("median", say("median")), LegendEntry("band", say("its interval"))] : []),
      table: DataTable(
        columns: [
          say("Kind"), say("Incidents"), say("Did not work"), say("With a time"), say("Median"),
          say("Interval of the median"),
        ],
        rows: mitigations.kinds.map { kind in
          [
            DataTable.Cell(VocabularyWords.capitalised(kind.name)), count(kind.incidents.count, id, kind.name),
            DataTable.Cell(CountWords.number(kind.failures.count)),
            DataTable.Cell(CountWords.number(kind.times.durations.count)),
            DataTable.Cell(kind.times.median.map(MinuteWords.text) ?? say("fewer than 20")),
            DataTable.Cell(IntervalWords.minutes(kind.times.medianInterval)),
          ]
        }),
      rows: RowSet(columns: ["worked", "minutes"], rows: mitigations.kinds.flatMap(mitigationRows)),
      method:
        say(
          """
          Kinds are not compared with each other: each was chosen for the incidents that it suits. An \
          incident with several mitigations counts once for each kind.
          """)
    )
  }

  private func mitigationRows(_ kind: MitigationKinds.Kind) -> [RowSet.Row] {
    let failed = Set(kind.failures)
    let times = Dictionary(
      kind.times.durations.map { ($0.position, $0.minutes) }, uniquingKeysWith: { first, _ in first })
    return kind.incidents.map { position in
      RowSet.Row(
        kind.name, .postMortem(position),
        [failed.contains(position) ? "no" : "yes", times[position].map(MinuteWords.data) ?? ""])
    }
  }

  private var mitigationChart: DotStripChart {
    let kinds = trends.mitigations.kinds.filter { !$0.times.durations.isEmpty }.prefix(10)
    return DotStripChart(
      title: say("Time until the harm stopped, by kind of mitigation"),
      description: say("Dots on a logarithmic axis for \(kinds.count) kinds. The table below has the values."),
      rows: kinds.map { kind in
        DotStripChart.Row(
          label: VocabularyWords.capitalised(kind.name), values: kind.times.durations.map(\.minutes),
          median: kind.times.median, interval: kind.times.medianInterval)
      }, unit: .minutes)
  }
}
