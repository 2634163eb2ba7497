internal import Diagnostics
internal import PostMortems

/// Reads VictorOps (Splunk On-Call): its incidents, its outgoing webhooks, and the alerts that are sent to it.
struct VictorOpsReader: ExportReader {
  static let system = SourceSystem.victorops

  static func recognises(_ export: Export) -> Bool {
    export.records(opening: ["incidents"]).contains { isIncident($0) || isAlert($0) }
  }

  private static func isIncident(_ value: JSONValue) -> Bool {
    value.has("incidentNumber", "currentPhase") || value.has("incidentNumber", "transitions")
  }

  private static func isAlert(_ value: JSONValue) -> Bool {
    value.has("message_type", "entity_id") || value.has("messageType", "entityId")
      || (value.member("alert")?.has("entity_id") ?? false) || value.has("ALERT.entity_id")
  }

  static func read(_ export: Export, into yield: inout ImportYield) {
    for value in export.records(opening: ["incidents"]) {
      if isIncident(value) {
        if let incident = incident(value) { yield.incidents.append(incident) }
      } else if isAlert(value), let part = alert(value) {
        yield.incidents.append(part)
      }
    }
  }

  private static func incident(_ value: JSONValue) -> ImportedIncident? {
    guard let number = value.member("incidentNumber")?.text ?? value.member("incidentNumber")?.whole.map(String.init)
    else { return nil }
    let title = value.firstText("entityDisplayName", "service", "entityId").map(oneLine)
    var incident = ImportedIncident(system: system, id: number, title: title)
    incident.url = value.firstWebAddress("incidentLink", "alertUrl")
    incident.detection = "alert"
    incident.alert = value.member("entityId")?.text
    incident.detected = value.firstInstant("startTime")
    incident.teams = (value.member("pagedTeams")?.elements ?? []).compactMap(\.text)
    for user in value.member("pagedUsers")?.elements ?? [] {
      if let name = user.text { incident.people[name] = PersonRole.unknown }
    }
    if let started = incident.detected {
      incident.events.append(
        ImportedEvent(
          at: started, text: "Incident triggered" + (title.map { ": \($0)" } ?? ""), system: system, url: incident.url))
    }
    for step in value.member("transitions")?.elements ?? [] { read(step, into: &incident) }
    return incident
  }

  private static func read(_ step: JSONValue, into incident: inout ImportedIncident) {
    guard let at = step.member("at")?.instant, let name = step.member("name")?.text else { return }
    let user = step.member("by")?.text
    if let user, user.uppercased() != "SYSTEM" { incident.people[user] = PersonRole.unknown }
    let message = step.member("message")?.text.map { ": \(oneLine($0))" } ?? ""
    let by = user.map { " by \($0)" } ?? ""
    switch name.lowercased() {
    case "acknowledged", "acked":
      incident.acknowledged = min(at, incident.acknowledged ?? at)
      incident.events.append(ImportedEvent(at: at, text: "Acknowledged\(by)\(message)", system: system))
    case "resolved":
      incident.resolved = max(at, incident.resolved ?? at)
      incident.events.append(ImportedEvent(at: at, text: "Resolved\(by)\(message)", system: system))
    case "triggered", "unacked": if at == incident.detected { return } else { fallthrough }
    default:
      incident.events.append(ImportedEvent(at: at, text: "\(name.capitalisedHead)\(by)\(message)", system: system))
    }
  }

  /// An alert with its state, flat or under `alert`, or with the dotted keys of an outgoing webhook.
  private static func alert(_ value: JSONValue) -> ImportedIncident? {
    let alert = value.member("alert") ?? value
    func text(_ keys: String...) -> String? {
      for key in keys {
        if let text = alert.member(key)?.text ?? value.member("ALERT.\(key)")?.text { return text }
      }
      return nil
    }
    guard let entity = text("entity_id", "entityId") else { return nil }
    let number =
      value.member("incident")?.firstText("INCIDENT_NAME", "incident_name", "incidentNumber")
      ?? value.firstText("INCIDENT.INCIDENT_NAME", "STATE.INCIDENT_NAME")
    var part = ImportedIncident(system: system, id: number ?? entity, title: (text("entity_display_name") ?? entity))
    part.isAlert = true
    part.detection = "alert"
    part.alert = entity
    part.services = [text("service")].compactMap { $0 }
    let at =
      alert.firstInstant("state_start_time", "timestamp", "VO_ALERT_RCV_TIME")
      ?? value.firstInstant("ALERT.state_start_time", "ALERT.timestamp")
    guard let at else { return nil }
    let state = (text("message_type", "messageType", "entity_state") ?? "").uppercased()
    let message = text("state_message").map { ": \(oneLine($0))" } ?? ""
    read(state, at, message, into: &part)
    return part
  }

  private static func read(_ state: String, _ at: Instant, _ message: String, into part: inout ImportedIncident) {
    let name = part.title ?? part.id
    switch state {
    case "ACKNOWLEDGEMENT", "ACKED":
      part.acknowledged = at
      part.events.append(ImportedEvent(at: at, text: "Alert \(name) acknowledged\(message)", system: system))
    case "RECOVERY", "OK", "RESOLVED":
      part.resolved = at
      part.events.append(ImportedEvent(at: at, text: "Alert \(name) resolved\(message)", system: system))
    default:
      part.detected = at
      if !state.isEmpty { part.severity = state.lowercased() }
      part.events.append(ImportedEvent(at: at, text: "Alert \(name) firing\(message)", system: system))
    }
  }
}
