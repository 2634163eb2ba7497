import OpenData
import KnowledgeBase
import PostMortems
import Statistics
import TestSupport
import Testing

@testable import Site

/// Numbers of the pages, made again from the data files alone.
struct DataFileTests {
  private let site: TrendSite

  init() throws { site = try TrendSite(Self.incidents(120, everyDays: 12)) }

  /// Incidents with every field that a number needs, from January 2024 on.
  private static func incidents(_ count: Int, everyDays step: Int) -> Incidents {
    var incidents = Incidents()
    for number in 0..<count {
      let start = Day(daysSinceEpoch: 19_740 + number * step / 2).iso
      incidents.add(
        "i\(number)", "\(start)T0\(number % 9):00Z", fields(number, start),
        body: "## Action items\n\n- [\(number % 2 == 0 ? "x" : " ")] Do it (due: \(start), done: \(start))\n")
    }
    return incidents
  }

  private static func fields(_ number: Int, _ start: String) -> String {
    """
    severity: SEV\(number % 4 + 1)
    services: [\(number % 2 == 0 ? "checkout" : "search")]
    detected: \(start)T10:\(number % 50 + 10)Z
    mitigated: \(start)T1\(number % 8 + 1):30Z
    trigger: \(["deploy", "config", "capacity", "deploy", "unknown"][number % 5])
    root_causes: [cause-\(number % 7)]
    detection: {source: \(["alert", "customer", "employee"][number % 3])}
    mitigations: [{type: \(["rollback", "restart", "failover"][number % 3]), at: \(start)T11:00Z}]
    controls: {canary: \(number % 2 == 0 ? "absent" : "worked"), timeout: failed}
    impact: {minutes: \(number * number % 97)}
    responders: {count: \(number % 6 + 1), hours: \(number % 5), out_of_hours: \(number % 4 == 0)}
    """
  }

  @Test(arguments: [120, 2_000]) func everyCountThatLeadsToRowsLeadsToSoMany(incidents: Int) throws {
    let site = try TrendSite(Self.incidents(incidents, everyDays: incidents > 1_000 ? 1 : 12))
    var checked = 0
    for figure in Question.allCases.flatMap(site.figures.figures(of:)) where !figure.rows.rows.isEmpty {
      checked += try countsThatHold(figure, in: TrendPaths.folder, of: site)
    }
    #expect(checked > 100)
  }

  @Test func countsOfAScopeLeadToItsOwnRows() throws {
    let facts = site.figures.trends.sample.facts
    for scope in ScopeEntry.all(of: site.base).flatMap(\.entries) {
      let figures = TrendFigures(trends: Trends(facts, scope: scope.scope), folder: scope.folder).scopeFigures
      let checked = try figures.reduce(0) { try $0 + countsThatHold($1, in: scope.folder, of: site) }
      #expect(checked > 10, "\(scope.title)")
    }
  }

  /// How many numbers of a figure's table were found again in its data file; each that was not is a failure.
  private func countsThatHold(_ figure: Figure, in folder: String, of site: TrendSite) throws -> Int {
    let rows = try site.rows(figure.id, in: folder)
    let page = try site.main(Figure.rowsPath(figure.id, folder: folder))
    var checked = 0
    for line in figure.table.rows {
      for (column, cell) in zip(figure.table.columns, line) {
        guard let path = cell.path, path.hasPrefix(folder), let cut = path.firstIndex(of: "#"),
          let count = Int(cell.text.filter { $0 != "," })
        else { continue }
        let anchor = String(path[path.index(after: cut)...])
        let group = rows.filter { Figure.anchor($0["group"] ?? "") == anchor }
        #expect(part(of: group, column, figure.id).count == count, "\(folder)\(figure.id) \(line[0].text) \(column)")
        #expect(page.contains("id=\"\(anchor)\""))
        checked += 1
      }
    }
    return checked
  }

  /// The rows of a group that a column of the table counts.
  private func part(of group: [[String: String]], _ column: String, _ figure: String) -> [[String: String]] {
    if column.hasPrefix("SEV") || column == "not stated" { return group.filter { $0["severity"] == column } }
    switch (figure, column) {
    case ("actions-on-time", _): return group.filter { $0["in_time"] == "yes" }
    case ("field-coverage", _): return group.filter { $0["state"] == "missing" }
    case ("control-gaps", "Present, not tried"): return group.filter { $0["state"] == "present" }
    case ("control-gaps", "Absent or failed"), ("control-gaps-by-service", "Absent or failed"):
      return group.filter { $0["state"] == "absent" || $0["state"] == "failed" }
    case ("control-gaps-by-service", "Incidents that tell"): return group
    case ("control-gaps", _), ("control-gaps-by-service", _):
      return group.filter { $0["state"] == column.lowercased() }
    default: return group
    }
  }

  @Test func mediansAreThoseOfTheMinutesInTheFile() throws {
    for strip in site.figures.trends.strips.prefix(2) {
      let rows = try site.rows(strip.phase.metric.rawValue)
      for metric in site.figures.trends.metrics where metric.id == strip.phase.metric {
        let minutes = rows.filter { $0["group"] == metric.period }.compactMap { $0["minutes"].flatMap(Double.init) }
        let median = OrderStatistics(minutes).map { MetricValue.quantity($0.median, .minutes) } ?? .none
        #expect(metric.value == median, "\(metric.period)")
      }
    }
  }

  @Test func impactIsTheSumOfTheFile() throws {
    let minutes = try site.rows("impact-minutes").compactMap { $0["minutes"].flatMap(Double.init) }
    let trends = site.figures.trends
    #expect(trends.impact.total == minutes.reduce(0, +))
    #expect(trends.impact.topThree == minutes.sorted(by: >).prefix(3).reduce(0, +))
  }

  @Test func recurrencesCanBeCountedFromTheFile() throws {
    let rows = try site.rows("recurrence")
    let again = rows.count { ($0["gap_days"].flatMap { Int($0) } ?? .max) <= 365 }
    #expect(site.figures.trends.recurrences.share == Share(again, of: rows.count))
  }

  @Test func sharesOfDetectionComeFromTheFile() throws {
    let rows = try site.rows("detection")
    let alerts = rows.count { $0["source"] == "alert" }
    #expect(site.figures.trends.detection.share(.monitoring) == Share(alerts, of: rows.count))
  }

  @Test func agesComeFromTheFile() throws {
    let rows = try site.rows("action-age")
    let observations = rows.map { row in
      KaplanMeier.Observation(time: row["age_days"].flatMap(Double.init) ?? -1, isCensored: row["group"] == "open")
    }
    #expect(KaplanMeier(observations)?.median == site.figures.trends.ages.survival?.median)
  }

  @Test func aSpreadsheetComputesNothing() {
    var writer = CSVWriter()
    writer.append(["=1+1", "+1", "-1", "@x", "\tx", "a,b", "say \"x\"", "plain"])
    let file = writer.bytes
    #expect(
      String(decoding: file, as: UTF8.self)
        == "\"'=1+1\",\"'+1\",\"'-1\",\"'@x\",\"'\tx\",\"a,b\",\"say \"\"x\"\"\",plain\r\n")
  }
}
