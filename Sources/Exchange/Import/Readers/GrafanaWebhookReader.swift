internal import Diagnostics

/// Reads what Grafana's unified alerting posts: Alertmanager's form with addresses and values of its own.
struct GrafanaWebhookReader: ExportReader {
  static let system = SourceSystem.grafana

  static func recognises(_ export: Export) -> Bool { export.records.contains(where: isGrafana) }

  static func read(_ export: Export, into yield: inout ImportYield) {
    AlertDelivery.read(export.records, system: system, path: export.path, into: &yield)
  }

  /// Its `version` is 1 where Alertmanager's is 4, but its own keys tell it more surely.
  static func isGrafana(_ value: JSONValue) -> Bool {
    guard AlertDelivery.isOne(value) else { return false }
    let alerts = value.member("alerts")?.elements ?? []
    return value.has("orgId")
      || alerts.contains { $0.has("silenceURL") || $0.has("dashboardURL") || $0.has("valueString") }
  }
}
