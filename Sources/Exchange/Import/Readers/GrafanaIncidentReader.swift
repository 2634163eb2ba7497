internal import Diagnostics
internal import PostMortems

/// Reads Grafana's incidents with their tasks, and the items of their activity.
struct GrafanaIncidentReader: ExportReader {
  static let system = SourceSystem.grafana

  private static let wrappers = ["incident", "incidents", "incidentPreviews", "activityItem", "activityItems"]

  static func recognises(_ export: Export) -> Bool {
    export.records(opening: wrappers).contains { isIncident($0) || isActivity($0) }
  }

  private static func isIncident(_ value: JSONValue) -> Bool {
    value.has("incidentID", "title")
      && (value.has("isDrill") || value.has("incidentStart") || value.has("createdTime") || value.has("overviewURL"))
  }

  private static func isActivity(_ value: JSONValue) -> Bool { value.has("incidentID", "activityKind") }

  static func read(_ export: Export, into yield: inout ImportYield) {
    for value in export.records(opening: wrappers) {
      if isActivity(value) {
        if let part = activity(value) { yield.incidents.append(part) }
      } else if let id = value.member("incidentID")?.text {
        yield.incidents.append(incident(value, id))
      }
    }
  }

  private static func incident(_ value: JSONValue, _ id: String) -> ImportedIncident {
    var incident = ImportedIncident(system: system, id: id, title: value.member("title")?.text)
    incident.url = value.firstWebAddress("overviewURL", "incidentUrl", "incidentURL")
    incident.severity = value.firstText("severity", "severityLabel")
    incident.summary = value.member("summary")?.text
    incident.isDrill = value.member("isDrill")?.flag ?? false
    incident.started = value.member("incidentStart")?.instant
    readTimes(value, into: &incident)
    let status = value.member("status")?.text
    incident.resolved = value.member("incidentEnd")?.instant
    if incident.resolved == nil, status == "resolved" { incident.resolved = value.member("closedTime")?.instant }
    if let created = value.member("createdTime")?.instant {
      incident.events.append(
        ImportedEvent(at: created, text: "Incident declared in Grafana", system: system, url: incident.url))
    }
    if let resolved = incident.resolved {
      incident.events.append(ImportedEvent(at: resolved, text: "Incident resolved", system: system, url: incident.url))
    }
    readLabels(value, into: &incident)
    readPeople(value, into: &incident)
    incident.actions = (value.member("taskList")?.member("tasks")?.elements ?? []).compactMap { task($0, &incident) }
    return incident
  }

  /// Start, end and closing as rows, where they are moments of their own.
  private static func readTimes(_ value: JSONValue, into incident: inout ImportedIncident) {
    if let started = value.member("incidentStart")?.instant {
      incident.events.append(
        ImportedEvent(at: started, text: "Incident started", system: system, url: incident.url))
    }
    let end = value.member("incidentEnd")?.instant
    if let closed = value.member("closedTime")?.instant, let end, closed != end {
      incident.events.append(ImportedEvent(at: closed, text: "Incident closed", system: system, url: incident.url))
    }
  }

  /// Labels are words, `service:checkout`, or key and value apart.
  private static func readLabels(_ value: JSONValue, into incident: inout ImportedIncident) {
    for label in value.member("labels")?.elements ?? [] {
      guard let word = label.text ?? label.member("label")?.text else { continue }
      incident.addLabel(word, key: label.member("key")?.text)
    }
  }

  private static func readPeople(_ value: JSONValue, into incident: inout ImportedIncident) {
    if let name = value.member("createdByUser")?.member("name")?.text { incident.people[name] = "responder" }
    let assignments =
      value.member("incidentMembership")?.member("assignments")?.elements ?? value.member("roles")?.elements ?? []
    for assignment in assignments {
      guard let name = assignment.member("user")?.referenceName else { continue }
      let role = assignment.member("role")?.text ?? assignment.member("role")?.member("name")?.text
      incident.people[name] = PersonRole.word(role)
    }
  }

  private static func task(_ value: JSONValue, _ incident: inout ImportedIncident) -> ImportedAction? {
    guard let text = value.member("text")?.text else { return nil }
    let isDone = value.member("status")?.text == "done"
    var action = ImportedAction(text: oneLine(text), state: isDone ? .done : .open)
    if isDone { action.done = value.member("modifiedTime")?.instant?.day }
    if let name = value.member("assignedUser")?.referenceName {
      action.owner = name
      incident.people[name] = incident.people[name] ?? "responder"
    }
    return action
  }

  private static func activity(_ value: JSONValue) -> ImportedIncident? {
    guard let id = value.member("incidentID")?.text, let at = value.firstInstant("eventTime", "createdTime") else {
      return nil
    }
    let kind = value.member("activityKind")?.text ?? ""
    let body = value.member("body")?.text.map { oneLine(HTMLText.plain($0)) }
    let change = fieldChange(value)
    guard let text = body ?? words(of: kind).map({ $0 + (change.isEmpty ? "" : ": \(change)") }) else { return nil }
    var part = ImportedIncident(system: system, id: id)
    part.events = [ImportedEvent(at: at, text: text, system: system, url: value.member("url")?.webAddress)]
    for key in ["user", "subjectUser"] {
      if let name = value.member(key)?.referenceName { part.people[name] = "responder" }
    }
    return part
  }

  /// What a field became, as an activity without words of its own tells it.
  private static func fieldChange(_ value: JSONValue) -> String {
    (value.member("fieldValues")?.members ?? []).compactMap { member in
      (member.value.text ?? member.value.whole.map(String.init)).map { "\(member.key) \(oneLine($0))" }
    }.joined(separator: ", ")
  }

  /// `severityChanged` → `Severity changed`.
  private static func words(of kind: String) -> String? {
    var text = ""
    for character in kind {
      if character.isUppercase { text += " " + character.lowercased() } else { text.append(character) }
    }
    guard let first = text.first else { return nil }
    return first.uppercased() + text.dropFirst()
  }
}
