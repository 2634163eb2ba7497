internal import Diagnostics
internal import PostMortems

/// Reads Squadcast's incidents, exported or posted by its webhooks.
struct SquadcastReader: ExportReader {
  static let system = SourceSystem.squadcast

  private static let wrappers = ["incidents", "incident", "data"]

  static func recognises(_ export: Export) -> Bool { export.records(opening: wrappers).contains(where: isIncident) }

  private static func isIncident(_ value: JSONValue) -> Bool {
    value.has("id")
      && (value.has("tta (ms)") || value.has("alert_source") && (value.has("title") || value.has("message")))
  }

  static func read(_ export: Export, into yield: inout ImportYield) {
    for value in export.records(opening: wrappers) where isIncident(value) {
      guard let id = value.member("id")?.text else { continue }
      yield.incidents.append(incident(value, id))
    }
  }

  private static func incident(_ value: JSONValue, _ id: String) -> ImportedIncident {
    var incident = ImportedIncident(system: system, id: id, title: value.firstText("title", "message").map(oneLine))
    incident.url = value.firstWebAddress("url", "incident_url")
    if let text = value.member("description")?.text, text != incident.title { incident.summary = text }
    incident.detection = value.member("alert_source")?.referenceName == "Squadcast UI" ? "employee" : "alert"
    incident.services = [value.member("service")?.referenceName].compactMap { $0 }
    incident.detected = value.firstInstant("created_at", "createdAt")
    incident.acknowledged = value.firstInstant("acknowledged_at")
    incident.resolved = value.firstInstant("resolved_at")
    for tag in value.member("tags")?.members ?? [] {
      let word = tag.value.text ?? tag.value.member("value")?.text ?? ""
      if tag.key.lowercased() == "severity" {
        incident.severity = word
      } else {
        incident.addLabel("\(tag.key):\(word)", key: nil)
      }
    }
    readLog(value, into: &incident)
    return incident
  }

  private static func readLog(_ value: JSONValue, into incident: inout ImportedIncident) {
    let logs = value.member("logs")?.elements ?? []
    if logs.contains(where: { $0.member("assignedTo")?.text == "user" }),
      let name = value.member("assignee")?.referenceName,
      !["policy", "squad", "team", "schedule"].contains(where: { name.lowercased().contains($0) })
    {
      incident.people[name] = PersonRole.unknown
    }
    for entry in logs {
      guard let at = entry.member("time")?.instant, let action = entry.member("action")?.text else { continue }
      let reason = entry.member("reason")?.text.map(oneLine)
      if let name = reason.flatMap(name(in:)) { incident.people[name] = PersonRole.unknown }
      incident.events.append(
        ImportedEvent(
          at: at, text: words(action, reason, entry, incident.title), system: system, url: incident.url,
          isChatter: ["tags_modified", "postmortem_created", "notified"].contains(action)))
    }
    guard logs.isEmpty else { return }
    let phases = [
      ("Incident triggered" + (incident.title.map { ": \($0)" } ?? ""), incident.detected),
      ("Acknowledged", incident.acknowledged), ("Resolved", incident.resolved),
    ]
    incident.events += phases.compactMap { text, at in
      at.map { ImportedEvent(at: $0, text: text, system: system, url: incident.url) }
    }
  }

  private static func words(_ action: String, _ reason: String?, _ entry: JSONValue, _ title: String?) -> String {
    if let note = entry.member("additionalInfo")?.member("note")?.text {
      return (reason.map { "\($0): " } ?? "") + oneLine(note)
    }
    if let reason { return reason }
    let words = action.split(separator: "_").joined(separator: " ")
    return action == "triggered" ? "Incident triggered" + (title.map { ": \($0)" } ?? "") : words.capitalisedHead
  }

  /// The one who acts in `Incident tags modified by Ada Example` and `Ada Example created a note`.
  private static func name(in reason: String) -> String? {
    let words = reason.split(separator: " ").map(String.init)
    if let by = words.lastIndex(of: "by"), by + 1 < words.count {
      return words[(by + 1)...].joined(separator: " ")
    }
    guard let verb = words.firstIndex(where: { ["created", "updated", "deleted", "added"].contains($0) }), verb > 0,
      words[0].first?.isUppercase == true, words[0] != "Incident"
    else { return nil }
    return words[..<verb].joined(separator: " ")
  }
}
