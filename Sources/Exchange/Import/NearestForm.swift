internal import Diagnostics

/// Says what was looked for in a file that no reader knows, and which form it is nearest to.
enum NearestForm {
  static func message(for export: Export, system: SourceSystem?) -> String {
    if let system {
      let keys = forms.first { $0.system == system }?.keys ?? []
      let wanted = keys.isEmpty ? "" : "; its exports have \(quoted(keys))"
      return "nothing in it has the form of an export of \(system.title)\(wanted)"
    }
    let known = "no export of a known system is recognised in it"
    guard case .json = export.contents else {
      return "\(known): it is text, and neither Prometheus rules, a cState page, a log nor a traceback"
    }
    guard let near = nearest(to: keys(of: export)) else {
      return "\(known); looked for \(looked); '--from SYSTEM' reads it as one system's"
    }
    return
      "\(known); the nearest is \(near.system.title), of which it has \(quoted(near.has)) and lacks \(quoted(near.lacks))"
      + "; '--from \(near.system.rawValue)' reads it as that"
  }

  private struct Match {
    let system: SourceSystem
    let has: [String]
    let lacks: [String]

    var share: Double { Double(has.count) / Double(has.count + lacks.count) }
  }

  /// The form of whose keys the greatest share is there; the first of the list among equals.
  private static func nearest(to keys: Set<String>) -> Match? {
    var best: Match?
    for form in forms {
      let match = Match(
        system: form.system, has: form.keys.filter(keys.contains), lacks: form.keys.filter { !keys.contains($0) })
      guard !match.has.isEmpty, !match.lacks.isEmpty, match.share > best?.share ?? 0 else { continue }
      best = match
    }
    return best
  }

  private static var looked: String {
    forms.map(\.system.title).joined(separator: ", ")
  }

  private static func quoted(_ keys: [String]) -> String { keys.map { "'\($0)'" }.joined(separator: ", ") }

  /// The keys by which people know each system's exports.
  private static let forms: [(system: SourceSystem, keys: [String])] = [
    (.alertmanager, ["alerts", "labels", "startsAt", "fingerprint"]), (.prometheus, ["groups", "rules", "alert"]),
    (.grafana, ["incidentID", "createdTime", "activityKind"]),
    (.pagerduty, ["incidents", "incident_number", "created_at", "log_entries"]),
    (.opsgenie, ["tinyId", "message", "createdAt"]), (.victorops, ["entity_id", "message_type"]),
    (.squadcast, ["alert_source", "acknowledged_at", "logs"]),
    (.datadog, ["data", "attributes", "public_id", "customer_impact_start"]),
    (.incidentIO, ["incident_status", "reference", "incident_timestamp_values"]),
    (.firehydrant, ["milestones", "customer_impact", "started_at"]),
    (.rootly, ["data", "attributes", "sequential_id", "mitigated_at"]),
    (.servicenow, ["number", "short_description", "opened_at"]),
    (.statuspage, ["incidents", "incident_updates", "shortlink", "page"]),
    (.slack, ["type", "text", "ts", "user"]), (.teams, ["value", "createdDateTime", "messageType", "body"]),
    (.chaosToolkit, ["steady-state-hypothesis", "method", "run"]),
    (.elasticsearch, ["hits", "@timestamp", "message"]), (.splunk, ["result", "_time", "_raw"]),
    (.github, ["number", "html_url", "state", "closed_at"]), (.jira, ["key", "fields", "status"]),
    (.linear, ["identifier", "state", "completedAt"]),
  ]

  /// The keys of the first objects, three levels deep.
  private static func keys(of export: Export) -> Set<String> {
    var keys: Set<String> = []
    func collect(_ value: JSONValue, depth: Int) {
      guard depth < 4 else { return }
      for member in value.members.prefix(200) {
        keys.insert(member.key)
        collect(member.value, depth: depth + 1)
      }
      for item in value.elements.prefix(3) { collect(item, depth: depth + 1) }
    }
    for record in export.records.prefix(3) { collect(record, depth: 0) }
    return keys
  }
}
