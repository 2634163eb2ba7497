internal import KnowledgeBase
internal import Language
internal import PostMortems
internal import Statistics

extension TrendFigures {
  /// How many services get a panel; the rest are in the table and the data file.
  private static let panelLimit = 12

  /// Incidents a quarter for each service, side by side on one scale.
  var servicesFigure: Figure {
    let id = "incidents-by-service"
    let columns = trends.quarters.columns
    let services = servicesByIncidents(columns)
    let shown = columns.flatMap(\.incidents)
    let days = trends.quarters.days ?? trends.sample.record
    return Figure(
      id: id, metric: .incidents, headline: servicesHeadline(services, of: shown.count),
      subtitle: subtitle(say("Incidents per quarter and service, all panels on one scale"), days), n: shown.count,
      excluded: trends.sample.excluded(in: days),
      chart: SmallMultiples(
        title: say("Incidents per quarter, a panel a service"),
        description: say(
          """
          Small columns for \(CountWords.text(min(services.count, Self.panelLimit), "service")). The table \
          below has every value.
          """),
        panels: services.prefix(Self.panelLimit).map { service in
          SmallMultiples.Panel(label: service.title, counts: service.byColumn.map(\.count))
        },
        ends: (columns.first?.period.words ?? "", (columns.last?.period.words ?? "") + "*"),
        isLastRunning: columns.last?.isRunning ?? false),
      legend: columns.last?.isRunning ?? false ? [LegendEntry("running", say("* not over yet"))] : [],
      table: DataTable(
        columns: [say("Service"), say("Incidents")]
          + columns.map { $0.period.words + ($0.isRunning ? say(" (not over)") : "") },
        rows: services.map { service in
          [DataTable.Cell(service.title), count(service.total, id, service.slug)]
            + service.byColumn.map { DataTable.Cell(CountWords.number($0.count)) }
        }),
      rows: RowSet(
        columns: ["quarter"],
        rows: services.flatMap { service in
          zip(columns, service.byColumn).flatMap { column, positions in
            positions.map { RowSet.Row(service.slug, .postMortem($0), [column.period.id]) }
          }
        }),
      method:
        say(
          """
          An incident of several services counts for each. The panels say where to look; services are not \
          tested against each other, because so many comparisons would find a difference by chance.
          """))
  }

  private struct ServiceSeries {
    let slug: String
    let title: String
    /// Positions by place in the columns.
    let byColumn: [[Int]]

    var total: Int { byColumn.reduce(0) { $0 + $1.count } }
  }

  /// Most incidents first, then by name.
  private func servicesByIncidents(_ columns: [IncidentSeries.Column]) -> [ServiceSeries] {
    var found: [String: [[Int]]] = [:]
    for (place, column) in columns.enumerated() {
      for position in column.incidents {
        for service in base.postMortems[position].services {
          found[service, default: Array(repeating: [], count: columns.count)][place].append(position)
        }
      }
    }
    let titles = Dictionary(
      base.services.map { ($0.entry.slug, $0.entry.title) }, uniquingKeysWith: { first, _ in first })
    return found.map { ServiceSeries(slug: $0.key, title: titles[$0.key] ?? $0.key, byColumn: $0.value) }
      .sorted { ($1.total, $0.slug) < ($0.total, $1.slug) }
  }

  private func servicesHeadline(_ services: [ServiceSeries], of incidents: Int) -> String {
    guard let first = services.first else { return say("No incident names its service") }
    let ties = services.prefix { $0.total == first.total }
    let share = "\(CountWords.part(first.total, of: incidents)) \(say("incidents"))"
    if ties.count > 1 {
      return say("No service stands out: \(CountWords.text(ties.count, "service")) with \(share) each")
    }
    return say("\(first.title) is named most, in \(share)")
  }
}
