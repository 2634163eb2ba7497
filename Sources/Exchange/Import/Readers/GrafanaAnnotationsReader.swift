internal import Diagnostics
internal import PostMortems

/// Reads Grafana's annotations: deployments, changes of an alert's state, and what people marked on a graph.
struct GrafanaAnnotationsReader: ExportReader {
  static let system = SourceSystem.grafana

  static func recognises(_ export: Export) -> Bool {
    export.records(opening: ["annotations"]).contains { value in
      value.member("time")?.epoch != nil && value.has("text")
        && (value.has("dashboardUID") || value.has("dashboardId") || value.has("panelId") || value.has("alertId")
          || value.has("newState"))
    }
  }

  static func read(_ export: Export, into yield: inout ImportYield) {
    for value in export.records(opening: ["annotations"]) {
      guard let at = value.member("time")?.epoch else { continue }
      let text = text(of: value)
      guard !text.isEmpty else { continue }
      if let name = value.firstText("login", "userLogin") { yield.people[name] = "responder" }
      if let mail = value.member("email")?.text { yield.people[mail] = "responder" }
      yield.looseEvents.append(ImportedEvent(at: at, text: text + until(value, from: at), system: system))
    }
  }

  private static func text(of value: JSONValue) -> String {
    let words = oneLine(HTMLText.plain(value.member("text")?.text ?? ""))
    guard let state = value.member("newState")?.text else {
      let tags = (value.member("tags")?.elements ?? []).compactMap(\.text)
      return words.isEmpty ? tags.joined(separator: ", ") : words
    }
    let alert = value.member("alertName")?.text.map { "Alert \($0)" } ?? "An alert"
    let change = value.member("prevState")?.text.map { " from \($0.lowercased()) to \(state.lowercased())" }
    return "\(alert) went\(change ?? " to \(state.lowercased())")" + (words.isEmpty ? "" : ": \(words)")
  }

  private static func until(_ value: JSONValue, from start: Instant) -> String {
    guard let end = value.member("timeEnd")?.epoch, end.seconds >= start.seconds + 60 else { return "" }
    return " (until \(end.day == start.day ? "" : end.day.iso + " ")\(end.clock) UTC)"
  }
}
