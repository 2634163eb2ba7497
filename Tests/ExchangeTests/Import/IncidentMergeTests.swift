import PostMortems
import Testing

@testable import Exchange

@Suite("What several exports tell together")
struct IncidentMergeTests {
  private static let chat = #"""
    [{"type":"message","user":"U024BE7LH","text":"errors on checkout, looking","ts":"1777881780.000100"},
     {"type":"message","user":"U024BE7LJ","text":"rolling back build 4711","ts":"1777883100.000200"},
     {"type":"message","user":"U024BE7LJ","text":"lunch?","ts":"1777990000.000200"}]
    """#

  @Test func threeSystemsTellOneIncidentInOneTimeline() throws {
    let texts = [AlertPayloads.alertmanagerWebhook, AlertPayloads.pagerDutyIncidents, Self.chat]
    let (incidents, problems) = IncidentMerge.incidents(of: yield(texts), settings: Settings())
    let incident = try #require(incidents.first?.labelled().incident)
    #expect(incidents.count == 2, "the backups of another day stay apart")
    #expect(
      incident.rows.filter { !$0.isChatter }.map { row in
        "\(row.at.iso) \(row.text.prefix(40)) < \(row.origins.map(\.system.rawValue).joined(separator: ", "))"
      } == [
        "2026-05-04T08:01:12Z Alert CheckoutErrors firing on web-1:909 < alertmanager, pagerduty",
        "2026-05-04T08:03:00Z Alert CheckoutErrors firing on web-2:909 < alertmanager",
        "2026-05-04T08:03:00Z errors on checkout, looking < slack",
        "2026-05-04T08:04:00Z Acknowledged by responder 1 < pagerduty",
        "2026-05-04T08:20:00Z Acknowledged by responder 2 < pagerduty",
        "2026-05-04T08:25:00Z rolling back build 4711 < slack",
        "2026-05-04T08:40:00Z Alert CheckoutErrors resolved on web-1:9 < alertmanager",
        "2026-05-04T08:44:30Z Alert CheckoutErrors resolved on web-2:9 < alertmanager",
        "2026-05-04T08:52:00Z Resolved by responder 1 < pagerduty",
      ])
    #expect(incident.title == "[FIRING:1] CheckoutErrors checkout (critical)" && incident.alert == "CheckoutErrors")
    #expect(incident.detected?.iso == "2026-05-04T08:01:12Z" && incident.resolved?.iso == "2026-05-04T08:52:00Z")
    #expect(incident.sources.map(\.system) == ["pagerduty", "alertmanager", "slack"])
    #expect(problems.map(\.message) == ["1 row of Slack falls into no incident's time and is left out"])
  }

  @Test func theOrderOfTheFilesDoesNotMatter() {
    let texts = [AlertPayloads.alertmanagerWebhook, AlertPayloads.pagerDutyIncidents, Self.chat]
    #expect(merged(texts).map(\.lines) == merged(texts.reversed()).map(\.lines))
  }

  @Test func notesJoinTheIncidentOfTheirSystemByTheirTime() {
    let incidents = merged([AlertPayloads.pagerDutyIncidents, AlertPayloads.pagerDutyNotes])
    #expect(incidents.count == 2)
    #expect(incidents[0].rows.map(\.text).contains("responder 2: Errors stopped, says responder 1"))
  }

  @Test func logEntriesJoinTheIncidentThatTheyName() {
    let incidents = merged([AlertPayloads.pagerDutyLog, AlertPayloads.pagerDutyIncidents])
    #expect(incidents.map(\.title) == ["CheckoutErrors", "Backups late"])
  }

  @Test func whatAnotherSystemCallsResolvedIsOfItsOwnIncident() {
    let open = AlertPayloads.pagerDutyIncidents.replacing(
      "\"status\":\"resolved\"", with: "\"status\":\"acknowledged\"")
    let incidents = merged([open, AlertPayloads.alertmanagerWebhook])
    #expect(incidents.first?.resolved == nil, "silent alerts do not resolve what people hold for open")
  }

  @Test func alertsOfOneRuleForDifferentServicesStayApart() {
    func alert(_ service: String) -> String {
      #"{"groupKey":"\#(service)","receiver":"r","alerts":[{"status":"firing","labels":{"alertname":"TooSlow","service":"\#(service)"},"annotations":{},"startsAt":"2026-05-04T08:00:00Z","endsAt":"0001-01-01T00:00:00Z","fingerprint":"\#(service)"}]}"#
    }
    #expect(merged([alert("mail"), alert("search")]).map(\.services) == [["mail"], ["search"]])
  }

  @Test func systemsAreToldApartByContentAlone() {
    for (name, text) in AlertPayloads.all {
      let readers = ExportReaders.all.filter { reader in
        ExportDecoding.decode(Array(text.utf8), path: "x").export.map(reader.recognises) ?? false
      }
      #expect(readers.count == 1, "\(name): \(readers)")
    }
  }

  @Test func aFileOfNoKnownFormIsToldTheNearestOne() {
    let problems = yield([#"{"incidents":[{"created_at":"2026-01-01T00:00:00Z"}]}"#]).problems
    #expect(problems.count == 1 && problems[0].isFailure)
    #expect(
      problems[0].message
        == "no export of a known system is recognised in it; the nearest is PagerDuty, of which it has 'incidents', 'created_at' and lacks 'incident_number', 'log_entries'; '--from pagerduty' reads it as that"
    )
    #expect(yield(["{\"incidents\": [1,"]).problems[0].message.hasPrefix("is not valid JSON: "))
    #expect(yield(["", " \n"]).problems.map(\.message) == ["is empty", "is empty"])
    #expect(
      yield([AlertPayloads.squadcast], from: .opsgenie).problems.map(\.message) == [
        "nothing in it has the form of an export of Opsgenie; its exports have 'tinyId', 'message', 'createdAt'"
      ])
  }

  @Test func otherEncodingsAreRead() {
    let text = AlertPayloads.pagerDutyFirst
    let little: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8]([UInt8($0 & 0xFF), UInt8($0 >> 8)]) }
    let big: [UInt8] = text.utf16.flatMap { [UInt8]([UInt8($0 >> 8), UInt8($0 & 0xFF)]) }
    for bytes in [[0xEF, 0xBB, 0xBF] + Array(text.utf8), little, big] {
      let yield = ExportReaders.read([ExportDecoding.decode(bytes, path: "x")])
      #expect(yield.incidents.map(\.title) == ["Mail queue is long"])
    }
    let broken = ExportDecoding.decode(
      Array(text.replacing("Mail", with: "M\u{0}il").utf8).map { $0 == 0 ? 0xFF : $0 }, path: "x")
    #expect(broken.problems.map(\.message) == ["has bytes that are no UTF-8; U+FFFD stands in their place"])
    #expect(ExportReaders.read([broken]).incidents.map(\.title) == ["M\u{FFFD}il queue is long"])
  }
}
