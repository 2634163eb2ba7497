internal import KnowledgeBase
internal import Language
internal import PostMortems
internal import Statistics

extension TrendFigures {
  /// How many pairs of service and control are listed: the tail is in the data file.
  private static let pairLimit = 25

  /// Which service lacked which safeguard, and how often.
  var serviceControlFigure: Figure {
    let controls = trends.controls
    let id = "control-gaps-by-service"
    let pairs = controls.byService
    return Figure(
      id: id, metric: .controlGap, headline: Self.headline(pairs),
      subtitle: subtitle(say("Incidents in which a service's control was absent or failed"), controls.days),
      n: controls.incidents.count, excluded: controls.excluded,
      chart: BarChart(
        title: say("Controls that were absent or failed, by service"),
        description: say("Horizontal bars in two parts, absent and failed. The table below has every value."),
        bars: pairs.prefix(12).map { pair in
          BarChart.Bar(
            label: Self.label(pair), parts: [pair.control.absent.count, pair.control.failed.count],
            value: "\(CountWords.part(pair.control.gaps.count, of: pair.told.count))", isUnknown: false)
        }, classes: ["cat1", "cat2"]),
      legend: [LegendEntry("cat1", say("absent")), LegendEntry("cat2", say("failed"))],
      table: DataTable(
        columns: [
          say("Service and control"), say("Absent or failed"), say("Absent"), say("Failed"), say("Worked"),
          say("Incidents that tell"),
        ],
        rows: pairs.prefix(Self.pairLimit).map { row($0, id) }),
      rows: RowSet(
        columns: ["service", "control", "state"],
        rows: pairs.flatMap { pair in
          Self.states(of: pair.control).flatMap { state, positions in
            positions.map {
              RowSet.Row(Self.label(pair), .postMortem($0), [pair.service, pair.control.name, state])
            }
          }
        }),
      method:
        say(
          """
          Of the incidents of the service that tell the state of the control; an incident of several \
          services counts for each. The table holds the first \(Self.pairLimit) pairs, the data file all. \
          With few incidents a pair says where to look and not how likely the next gap is.
          """))
  }

  private static func headline(_ pairs: [ControlGaps.ServiceControl]) -> String {
    guard let first = pairs.first else { return say("No service lacked a control") }
    let name = VocabularyWords.text(first.control.name)
    return
      say(
        """
        \(first.service): \(name) absent or failed in \
        \(CountWords.part(first.control.gaps.count, of: first.told.count)) incidents that tell
        """)
  }

  private static func label(_ pair: ControlGaps.ServiceControl) -> String {
    "\(pair.service): \(VocabularyWords.text(pair.control.name))"
  }

  private static func states(of control: ControlGaps.Control) -> [(String, [Int])] {
    [("absent", control.absent), ("failed", control.failed), ("worked", control.worked), ("present", control.present)]
  }

  private func row(_ pair: ControlGaps.ServiceControl, _ id: String) -> [DataTable.Cell] {
    let label = Self.label(pair)
    let control = pair.control
    return [
      DataTable.Cell(label), count(control.gaps.count, id, label), count(control.absent.count, id, label),
      count(control.failed.count, id, label), count(control.worked.count, id, label),
      count(pair.told.count, id, label),
    ]
  }
}
