internal import Diagnostics

/// Reads the answers of Alertmanager's API v2: the list of alerts, and the groups of them.
struct AlertmanagerAPIReader: ExportReader {
  static let system = SourceSystem.alertmanager

  static func recognises(_ export: Export) -> Bool {
    export.records.contains { isGroup($0) || isAlert($0) }
  }

  static func read(_ export: Export, into yield: inout ImportYield) {
    let values = export.records.flatMap { isGroup($0) ? $0.member("alerts")?.elements ?? [] : [$0] }
    let alerts = values.compactMap { LabelledAlert($0) }
    if alerts.count < values.count {
      let message = "\(values.count - alerts.count) of \(values.count) alerts have no readable 'startsAt'"
      yield.problems.append(ImportProblem(path: export.path, message: message))
    }
    // One alert is listed under every receiver and group that it is routed to: its name is what holds it together.
    for (_, named) in Dictionary(grouping: alerts, by: \.name).sorted(by: { $0.key < $1.key }) {
      yield.incidents += AlertGroups.incidents(of: named, system: system)
    }
  }

  private static func isGroup(_ value: JSONValue) -> Bool {
    value.has("labels", "receiver") && value.member("alerts")?.items != nil && !value.has("groupKey")
      && !value.has("commonLabels")
  }

  private static func isAlert(_ value: JSONValue) -> Bool {
    value.has("labels", "startsAt") && (value.has("fingerprint") || value.has("generatorURL") || value.has("endsAt"))
  }
}
