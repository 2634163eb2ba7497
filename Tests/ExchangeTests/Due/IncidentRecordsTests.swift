import Exchange
import KnowledgeBase
import PostMortems
import TestSupport
import Testing

@Suite("Incidents of exports as the policy sees them")
struct IncidentRecordsTests {
  private func records(_ json: String) -> [IncidentRecord] {
    let yield = ExportReaders.read([ExportDecoding.decode(Array(json.utf8), path: "incidents.json")])
    return IncidentRecords.records(of: IncidentMerge.incidents(of: yield, settings: Settings()).incidents).records
  }

  private func status(_ body: String) -> String {
    """
    {"page": {"id": "p", "name": "Shop"}, "incidents": [{"id": "s1", "name": "Checkout down", "status": "resolved",
      "impact": "major", "started_at": "2026-03-01T10:00:00Z", "created_at": "2026-03-01T10:00:00Z", "resolved_at": "2026-03-01T11:30:00Z",
      "shortlink": "https://stspg.example/s1", "incident_updates": [{"id": "u1", "status": "resolved",
      "body": "\(body)", "created_at": "2026-03-01T11:30:00Z", "display_at": "2026-03-01T11:30:00Z"}]}]}
    """
  }

  @Test func takesKeyTimesAndWords() throws {
    let record = try #require(records(status("We have rolled back the release.")).first)
    #expect(record.id == "s1" && record.title == "Checkout down" && record.sources.first?.system == "statuspage")
    #expect(record.downtimeMinutes == 90 && record.dataLoss == nil)
    #expect(record.rollback?.contains("rolled back the release") == true)
  }

  @Test(arguments: [
    ("Some customers lost data that day.", true), ("There was no data loss.", false),
    ("We avoided possible data loss.", false), ("Nothing to report.", false),
  ])
  func believesADenial(body: String, isLoss: Bool) throws {
    #expect(try #require(records(status(body)).first).dataLoss.map { _ in true } ?? false == isLoss)
  }
}
