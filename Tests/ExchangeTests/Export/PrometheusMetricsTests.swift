import Exchange
import KnowledgeBase
import PostMortems
import TestSupport
import Testing

@Suite("Metrics")
struct PrometheusMetricsTests {
  private func lines(_ corpus: Corpus, owed: [DueVerdict]? = nil) -> [Substring] {
    let addresses = PageAddresses(
      base: nil,
      paths: .init(
        home: "", actions: "", causes: "", incidents: "", trends: "", postMortem: { _ in "" }, cause: { _ in "" }))
    let options = ExportOptions(addresses: addresses, owed: owed)
    return String(decoding: PrometheusMetrics.document(of: corpus.knowledgeBase(), options), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
  }

  @Test func countWhatIsOpenAndOverdueByTeam() {
    var incidents = Incidents()
    incidents.file("debrief.yml", "teams: [core, edge]\n")
    incidents.add(
      "PM-1", "2026-03-01", "severity: SEV1\nteams: [edge]",
      body: "## Action items\n\n- [ ] Late (owner: @edge, due: 2026-04-01)\n- [ ] Later (due: 2027-01-01)\n- [x] Done\n"
    )
    incidents.add(
      "PM-2", "2026-05-30", "origin: external", body: "## Action items\n\n- [ ] Not ours (due: 2026-05-31)\n")
    let lines = lines(incidents.corpus)
    #expect(lines.contains("debrief_open_action_items{team=\"edge\"} 2"))
    #expect(lines.contains("debrief_overdue_action_items{team=\"edge\"} 1"))
    #expect(lines.contains("debrief_overdue_action_items{team=\"core\"} 0"))
    #expect(lines.contains("debrief_unowned_action_items 1"))
    #expect(lines.contains("debrief_recent_incidents{severity=\"SEV1\"} 0"))
    #expect(lines.contains("debrief_recent_incidents{severity=\"none\"} 1"))
    #expect(lines.contains("debrief_last_incident_age_seconds{severity=\"none\"} \(2 * 86_400)"))
    #expect(!lines.contains { $0.hasPrefix("debrief_owed_post_mortems") })
    #expect(lines.suffix(2) == ["# EOF", ""])
  }

  @Test func keepTheNumberOfSeriesBounded() {
    var incidents = Incidents()
    for number in 0..<200 {
      incidents.add(
        "PM-\(number)", "2026-03-01", "teams: [team-\(number)]",
        body: "## Action items\n\n- [ ] One (due: 2026-04-01)\n")
    }
    let overdue = lines(incidents.corpus).filter { $0.hasPrefix("debrief_overdue_action_items{") }
    let values = overdue.compactMap { Int($0.split(separator: " ").last ?? "") }
    #expect(overdue.count == 51 && values.reduce(0, +) == 200)
    #expect(overdue.contains { $0.hasPrefix("debrief_overdue_action_items{team=\"other\"}") })
  }

  @Test func sayZeroWhereTheListOfIncidentsOwesNothing() {
    #expect(lines(Corpus(""), owed: []).contains("debrief_owed_post_mortems{verdict=\"late\"} 0"))
  }
}
