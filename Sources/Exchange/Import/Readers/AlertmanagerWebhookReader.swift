internal import Diagnostics

/// Reads what Alertmanager posts to its webhook receivers: one delivery, a list of them, or one a line.
struct AlertmanagerWebhookReader: ExportReader {
  static let system = SourceSystem.alertmanager

  static func recognises(_ export: Export) -> Bool {
    export.records.contains { AlertDelivery.isOne($0) && !GrafanaWebhookReader.isGrafana($0) }
  }

  static func read(_ export: Export, into yield: inout ImportYield) {
    AlertDelivery.read(export.records, system: system, path: export.path, into: &yield)
  }
}

/// The form of a delivery that Alertmanager and Grafana share.
enum AlertDelivery {
  static func isOne(_ value: JSONValue) -> Bool {
    // The groups of the API have a receiver with a name, deliveries the name alone.
    guard let alerts = value.member("alerts")?.items, value.member("receiver")?.member("name") == nil else {
      return false
    }
    return value.has("groupKey") || value.has("groupLabels") || value.has("commonLabels")
      || alerts.contains { $0.has("startsAt", "labels") }
  }

  /// Repeated sends of a group tell of one incident; each firing counts once.
  static func read(_ records: [JSONValue], system: SourceSystem, path: String, into yield: inout ImportYield) {
    var groups: [(key: String, title: String?, alerts: [LabelledAlert])] = []
    var places: [String: Int] = [:]
    for record in records where isOne(record) {
      let key = record.member("groupKey")?.text ?? record.member("groupLabels")?.compact ?? ""
      let place = places[key] ?? groups.count
      if place == groups.count {
        places[key] = place
        groups.append((key, title(of: record), []))
      }
      let values = record.member("alerts")?.elements ?? []
      let alerts = values.compactMap { LabelledAlert($0, common: record.member("commonLabels") ?? .null) }
      groups[place].alerts += alerts
      report(record, values.count - alerts.count, path, &yield)
    }
    for group in groups {
      yield.incidents += AlertGroups.incidents(of: group.alerts, system: system, title: group.title)
    }
  }

  /// What all alerts of the delivery have in common; nil where they share no name.
  private static func title(of record: JSONValue) -> String? {
    guard let name = record.member("commonLabels")?.member("alertname")?.text else { return nil }
    guard let summary = record.member("commonAnnotations")?.firstText("summary", "title").map(oneLine), summary != name
    else { return nil }
    return "\(name): \(summary)"
  }

  private static func report(_ record: JSONValue, _ unread: Int, _ path: String, _ yield: inout ImportYield) {
    if unread > 0 {
      yield.problems.append(
        ImportProblem(
          path: path, message: "\(unread) \(unread == 1 ? "alert has" : "alerts have") no readable 'startsAt'"))
    }
    if let cut = record.member("truncatedAlerts")?.whole, cut > 0 {
      yield.problems.append(
        ImportProblem(path: path, message: "the delivery leaves out \(cut) alerts ('truncatedAlerts')"))
    }
  }
}
