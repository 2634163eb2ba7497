import Foundation
import TestSupport
import Testing

@testable import Exchange

/// Published samples of other systems' exports, which lie beside the checkout on some machines.
enum RealExports {
  static let folder: String? = RealCorpora.folder.map { "\($0)/../exports" }.flatMap {
    FileManager.default.fileExists(atPath: $0) ? $0 : nil
  }

  /// Paths of all samples below the folder, sorted.
  static let files: [String] = {
    guard let folder else { return [] }
    let paths = FileManager.default.subpaths(atPath: folder) ?? []
    return paths.filter { $0.contains("/") }.sorted()
  }()
}

@Suite("Real exports", .enabled(if: RealExports.folder != nil))
struct RealExportTests {
  private static let systems: [String: SourceSystem] = [
    "alertmanager": .alertmanager, "alertmanager_api": .alertmanager, "chaostoolkit": .chaosToolkit, "cstate": .cstate,
    "datadog": .datadog, "elasticsearch": .elasticsearch, "firehydrant": .firehydrant, "github": .github,
    "grafana_incident": .grafana, "grafana_webhook": .grafana, "incident_io": .incidentIO, "jira": .jira,
    "opsgenie": .opsgenie, "pagerduty": .pagerduty, "python_traceback": .traceback, "rootly": .rootly,
    "servicenow": .servicenow, "slack": .slack, "squadcast": .squadcast, "statuspage": .statuspage, "teams": .teams,
  ]

  private func export(_ file: String) throws -> Export {
    let path = try #require(RealExports.folder) + "/" + file
    return SampleExport.of(file, try String(contentsOfFile: path, encoding: .utf8))
  }

  @Test(arguments: RealExports.files)
  func isKnownToOneReaderOnly(file: String) throws {
    let export = try export(file)
    let found = ExportReaders.all.filter { $0.recognises(export) }.map { $0.system }
    let folder = try #require(file.split(separator: "/").first.map(String.init))
    #expect(found == [try #require(Self.systems[folder])])
  }

  /// Incidents, rows, follow-ups, tickets, experiments and pieces of evidence.
  @Test(arguments: [
    ("chaostoolkit/ansible_experiment_withbecomepasswd.json", [0, 0, 0, 0, 1, 0]),
    ("cstate/2018-01-17-sending-dms-impacted.md", [1, 0, 0, 0, 0, 0]),
    ("cstate/2018-04-13-unavailable-guilds-connection-issues.md", [1, 3, 0, 0, 0, 1]),
    ("cstate/2024-12-27-dns-resolution-api.md", [1, 2, 0, 0, 0, 0]),
    ("datadog/cassette_todo_mixed_assignees.json", [1, 0, 1, 0, 0, 0]),
    ("datadog/cassette_update_incident_resolved.json", [1, 3, 0, 0, 0, 0]),
    ("datadog/faros_incidents.json", [2, 4, 0, 0, 0, 0]), ("elasticsearch/ecs_winston.ndjson", [0, 2, 0, 0, 0, 0]),
    ("firehydrant/superplane_on_incident.json", [1, 1, 3, 0, 0, 0]), ("github/issue_example.json", [0, 0, 0, 1, 0, 0]),
    ("github/superplane_get_issue.json", [0, 0, 0, 1, 0, 0]),
    ("incident_io/openapi_follow_ups.json", [1, 0, 1, 0, 0, 0]),
    ("incident_io/openapi_incident_updates.json", [1, 1, 0, 0, 0, 0]),
    ("incident_io/openapi_show_incident.json", [1, 2, 0, 0, 0, 0]), ("jira/faros_issues.json", [0, 0, 0, 4, 0, 0]),
    ("jira/superplane_on_incident.json", [0, 0, 0, 1, 0, 0]),
    ("rootly/superplane_get_incident_jsonapi.json", [1, 2, 0, 0, 0, 0]),
    ("rootly/superplane_timeline_event.json", [1, 1, 0, 0, 0, 0]),
    ("servicenow/superplane_get_incident.json", [1, 0, 0, 0, 0, 0]),
    ("slack/zulip_normal_thread.json", [0, 4, 0, 0, 0, 0]),
    ("slack/zulip_thread_with_broadcast_reply.json", [0, 3, 0, 0, 0, 0]),
    ("statuspage/hubot_incidents.json", [1, 1, 0, 0, 0, 1]), ("statuspage/hubot_unresolved.json", [1, 1, 0, 0, 0, 0]),
    ("statuspage/superplane_get_incident.json", [1, 2, 0, 0, 0, 0]),
    ("teams/graph_list_channel_messages.json", [0, 1, 0, 0, 0, 0]),
  ])
  func givesWhatItHolds(file: String, counts: [Int]) throws {
    let yield = try #require(SampleExport.read(try export(file))).yield
    let incidents = yield.incidents
    let found = [
      incidents.count, incidents.reduce(yield.looseEvents.count) { $0 + $1.events.count },
      incidents.reduce(yield.looseActions.count) { $0 + $1.actions.count }, yield.tickets.count,
      yield.experiments.count,
      incidents.reduce(yield.looseEvidence.count) { $0 + $1.evidence.count },
    ]
    #expect(found == counts)
  }

  @Test func keepsNothingOfAnExperimentsConfiguration() throws {
    let yield = try #require(
      SampleExport.read(try export("chaostoolkit/ansible_experiment_withbecomepasswd.json"))
    ).yield
    #expect(!"\(yield)".contains("passwordsuper"))
  }
}
