internal import Diagnostics
internal import PostMortems

/// Reads the logs and notes of Opsgenie, whose answers do not name their incident.
struct OpsgenieLogReader: ExportReader {
  static let system = SourceSystem.opsgenie

  static func recognises(_ export: Export) -> Bool {
    export.records(opening: ["data"]).contains { isLog($0) || $0.has("note", "createdAt", "owner") }
  }

  private static func isLog(_ value: JSONValue) -> Bool { value.has("log", "createdAt", "type") }

  static func read(_ export: Export, into yield: inout ImportYield) {
    for value in export.records(opening: ["data"]) {
      guard let at = value.firstInstant("createdAt"), let text = value.firstText("note", "log") else { continue }
      let owner = value.member("owner")?.text
      let isPerson = owner.map { $0.contains("@") || value.has("note") } ?? false
      if isPerson, let owner { yield.people[owner] = "responder" }
      let speaker = value.has("note") ? owner.map { "\($0): " } ?? "" : ""
      yield.looseEvents.append(
        ImportedEvent(
          at: at, text: speaker + oneLine(text), system: system, isChatter: value.member("type")?.text == "notification"
        ))
    }
  }
}

/// Reads what Opsgenie posts when an alert changes.
struct OpsgenieWebhookReader: ExportReader {
  static let system = SourceSystem.opsgenie

  static func recognises(_ export: Export) -> Bool { export.records.contains(where: isOne) }

  private static func isOne(_ value: JSONValue) -> Bool {
    value.has("action", "alert") && (value.member("alert")?.has("alertId") ?? false)
  }

  static func read(_ export: Export, into yield: inout ImportYield) {
    for value in export.records where isOne(value) {
      guard let alert = value.member("alert"), let id = alert.member("alertId")?.text else { continue }
      yield.incidents.append(part(alert, id, action: value.member("action")?.text ?? ""))
    }
  }

  private static func part(_ alert: JSONValue, _ id: String, action: String) -> ImportedIncident {
    var part = ImportedIncident(system: system, id: id, title: alert.member("message")?.text.map(oneLine))
    part.isAlert = true
    part.detection = "alert"
    part.alert = part.title
    part.severity = alert.member("priority")?.text
    part.summary = alert.member("description")?.text
    for tag in alert.member("tags")?.elements ?? [] { if let word = tag.text { part.addLabel(word) } }
    for key in ["username", "source"] {
      if let name = alert.member(key)?.text, name.contains("@") || key == "username" { part.people[name] = "responder" }
    }
    part.teams = (alert.member("teams")?.elements ?? []).compactMap(\.referenceName)
    part.detected = alert.firstInstant("createdAt")
    if let created = part.detected {
      part.events.append(
        ImportedEvent(at: created, text: "Alert opened" + (part.title.map { ": \($0)" } ?? ""), system: system))
    }
    guard action != "Create", let at = alert.firstInstant("updatedAt") else { return part }
    let user = alert.member("username")?.text
    let by = user.map { " by \($0)" } ?? ""
    var text = "Alert \(words(of: action))\(by)"
    switch action {
    case "Acknowledge": part.acknowledged = at
    case "Close": part.resolved = at
    case "AddNote":
      guard let note = alert.member("note")?.text else { return part }
      text = (user.map { "\($0): " } ?? "") + oneLine(note)
    default: break
    }
    part.events.append(ImportedEvent(at: at, text: text, system: system))
    return part
  }

  private static func words(of action: String) -> String {
    switch action {
    case "Acknowledge": "acknowledged"
    case "UnAcknowledge": "no longer acknowledged"
    case "Close": "closed"
    case "Escalate": "escalated"
    case "AssignOwnership": "assigned"
    case "TakeOwnership": "taken"
    case "Snooze": "snoozed"
    case "UpdatePriority": "given another priority"
    default: "changed (\(action))"
    }
  }
}
