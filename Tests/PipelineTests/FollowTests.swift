import Diagnostics
import KnowledgeBase
import PostMortems
import Site
import TestSupport
import Testing

@testable import Pipeline

@Suite("Following up in a build")
struct FollowTests {
  private func build(_ folder: TemporaryFolder) throws -> BuildReport {
    let input = InputOptions(input: "\(folder.path)/postmortems", asOf: Corpus.today, jobs: 2)
    return try Build(BuildOptions(input: input, output: "\(folder.path)/site")).run()
  }

  private func knowledgeBase(_ settings: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(settings, to: "debrief.yml")
    try folder.write(
      "---\nid: PM-1\ntitle: Disk full\nstarted: 2026-01-02T10:00Z\nteams: [storage]\n---\n## Action items\n\n- [ ] Alert (due: 2026-07-01)\n",
      to: "postmortems/disk.md")
    return folder
  }

  @Test func writesACalendarForEverybodyAndForEachTeam() throws {
    let folder = try knowledgeBase("title: Disks\nbase_url: https://kb.example.org\n")
    _ = try build(folder)
    for path in ["calendar.ics", "teams/storage/calendar.ics"] {
      let text = try #require(folder.read("site/\(path)"))
      #expect(text.contains("SUMMARY:Due: Alert") && text.contains("https://kb.example.org/incidents/pm-1/index.html"))
    }
  }

  @Test func judgesTheSavedListOfTheSettings() throws {
    let folder = try knowledgeBase("incidents: saved/list.json\n")
    try folder.write(
      #"{"incidents": [{"id": "PX1", "incident_number": 7, "title": "Disk", "status": "resolved", "urgency": "high", "created_at": "2026-02-01T10:00:00Z", "last_status_change_at": "2026-02-01T12:00:00Z", "priority": {"summary": "SEV1"}, "service": {"id": "S", "summary": "storage"}}]}"#,
      to: "saved/list.json")
    let report = try build(folder)
    #expect(folder.read("site/owed/index.html")?.contains("PX1") == true)
    #expect(report.skipped.isEmpty)
  }

  @Test func saysWhyAListCouldNotBeUsed() throws {
    let folder = try knowledgeBase("incidents: nowhere.json\n")
    #expect(try build(folder).skipped.map(\.reason).contains { $0.hasPrefix("the list of incidents: cannot read") })
  }
}
