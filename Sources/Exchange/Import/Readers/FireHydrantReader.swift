internal import Diagnostics
internal import PostMortems

/// FireHydrant's incidents, from its API, its webhooks and the tables that copy them.
enum FireHydrantReader: ExportReader {
  static let system = SourceSystem.firehydrant
  private static let marks = [
    "current_milestone", "customer_impact_summary", "private_status_page_url", "retrospective_started_at",
    "retrospective_completed_at", "milestones",
  ]

  static func recognises(_ export: Export) -> Bool { !records(of: export).isEmpty }

  private static func records(of export: Export) -> [JSONValue] {
    export.records(under: ["data", "incident", "incidents"]) { record in
      record.has(anyOf: marks) && record.has(anyOf: ["name", "id", "started_at"])
        && (record.has("milestones") ? record.has(anyOf: ["name", "severity", "current_milestone"]) : true)
    }
  }

  static func read(_ export: Export, into yield: inout ImportYield) {
    for record in records(of: export) { yield.add(incident(record)) }
  }

  private static func incident(_ record: JSONValue) -> ImportedIncident {
    var incident = ImportedIncident(
      system: system, id: record.member("id")?.text ?? "", title: record.member("name")?.text)
    incident.url = record.text(anyOf: "incident_url", "url")
    incident.severity = record.member("severity")?.name
    incident.summary = record.text(anyOf: "summary", "description")
    incident.impact = impact(record)
    incident.started = record.instant(anyOf: "started_at")
    incident.detected = record.instant(anyOf: "detected_at")
    incident.acknowledged = record.instant(anyOf: "acknowledged_at")
    incident.mitigated = record.instant(anyOf: "mitigated_at")
    incident.resolved = record.instant(anyOf: "resolved_at")
    let phases = record.member("lifecycle_phases")?.elements ?? []
    let milestones =
      (record.member("milestones")?.elements ?? []) + phases.flatMap { $0.member("milestones")?.elements ?? [] }
    for milestone in milestones { readMilestone(milestone, into: &incident) }
    for key in ["events", "notes", "updates", "incident_events"] {
      for note in record.member(key)?.elements ?? [] { readNote(note, into: &incident) }
    }
    if let last = record.member("last_note") { readNote(last, into: &incident) }
    incident.services = services(record)
    incident.teams =
      names(record.member("team_assignments"), "team_name", "team") + (record.member("teams")?.names ?? [])
    incident.actions = actions(record)
    incident.notes = notes(record)
    for assignment in record.member("role_assignments")?.elements ?? [] {
      let role = assignment.member("role")?.name ?? assignment.member("incident_role")?.name
      incident.people.note(assignment.member("user_name") ?? assignment.member("user"), role: role)
    }
    incident.people.note(record.member("created_by"))
    for key in ["labels", "tags", "tag_list"] { readLabels(record.member(key), into: &incident) }
    return incident
  }

  /// Labels are words, or an object of keys and values.
  private static func readLabels(_ value: JSONValue?, into incident: inout ImportedIncident) {
    for word in (value?.elements ?? []).compactMap(\.name) { incident.addLabel(word) }
    for member in value?.members ?? [] {
      if let word = member.value.text { incident.addLabel("\(member.key)=\(word)") }
    }
  }

  private static func impact(_ record: JSONValue) -> String? {
    if let text = record.member("customer_impact_summary")?.text ?? record.member("customer_impact")?.text {
      return text
    }
    let words = (record.member("impacts")?.elements ?? []).compactMap { $0.member("description")?.text }
    return words.isEmpty ? nil : words.joined(separator: "; ")
  }

  /// A milestone gives the time of its kind, unless the incident itself has one, and a row.
  private static func readMilestone(_ milestone: JSONValue, into incident: inout ImportedIncident) {
    guard let at = milestone.instant(anyOf: "occurred_at", "created_at") else { return }
    switch milestone.text(anyOf: "type", "slug", "name")?.lowercased() {
    case "started": incident.started = incident.started ?? at
    case "detected": incident.detected = incident.detected ?? at
    case "acknowledged": incident.acknowledged = incident.acknowledged ?? at
    case "mitigated": incident.mitigated = incident.mitigated ?? at
    case "resolved": incident.resolved = incident.resolved ?? at
    default: break
    }
    guard let name = milestone.text(anyOf: "name", "type", "slug") else { return }
    incident.events.append(ImportedEvent(at: at, text: "Milestone: \(LineText.line(name))", system: system))
  }

  /// A note or an event with its own time.
  private static func readNote(_ note: JSONValue, into incident: inout ImportedIncident) {
    guard let at = note.instant(anyOf: "occurred_at", "created_at"),
      let text = note.text(anyOf: "body", "description", "summary", "message", "name")
        ?? note.member("data")?.text(anyOf: "body", "description", "message", "summary")
    else { return }
    incident.people.note(note.member("created_by") ?? note.member("author") ?? note.member("user"))
    incident.evidence += Evidence.tracebacks(in: text)
    incident.events.append(ImportedEvent(at: at, text: Evidence.row(MarkdownText.plain(text)), system: system))
  }

  private static func services(_ record: JSONValue) -> [String] {
    let impacted = (record.member("impacts")?.elements ?? []).filter {
      ["service", "Service"].contains($0.member("type")?.text)
    }
    return (record.member("services")?.names ?? []) + impacted.compactMap { $0.member("impact")?.name ?? $0.name }
  }

  private static func names(_ list: JSONValue?, _ key: String, _ object: String) -> [String] {
    (list?.elements ?? []).compactMap { $0.member(key)?.text ?? $0.member(object)?.name }
  }

  /// Follow-ups, and the tasks of the response that nobody finished.
  private static func actions(_ record: JSONValue) -> [ImportedAction] {
    let followUps = (record.member("follow_ups")?.elements ?? []).compactMap(action)
    let tasks = (record.member("tasks")?.elements ?? []).compactMap(action).filter { $0.state == .open }
    return followUps + tasks
  }

  private static func action(_ item: JSONValue) -> ImportedAction? {
    guard let text = item.text(anyOf: "title", "summary", "description", "name") else { return nil }
    let status = item.text(anyOf: "status", "state")?.lowercased() ?? ""
    var action = ImportedAction(text: LineText.line(text), state: states[status] ?? .unknown)
    action.owner = item.member("assignee")?.name
    action.due = item.member("due_at")?.day ?? item.member("due_date")?.day
    action.done = action.state == .done ? item.member("completed_at")?.day : nil
    action.ticket = item.member("ticket")?.name ?? item.text(anyOf: "ticket_url", "remote_url")
    return action
  }

  private static let states: [String: ActionItem.State] = [
    "open": .open, "pending": .open, "in_progress": .open, "in progress": .open, "todo": .open, "done": .done,
    "completed": .done, "closed": .done, "cancelled": .declined, "canceled": .declined, "wont_do": .declined,
  ]

  private static func notes(_ record: JSONValue) -> [String] {
    var notes = (record.member("custom_fields")?.elements ?? []).compactMap { field -> String? in
      guard let name = field.text(anyOf: "display_name", "name", "slug"), let value = field.member("value")?.name else {
        return nil
      }
      return "FireHydrant's field '\(LineText.line(name))' says: \(LineText.line(value))"
    }
    if let last = record.member("last_note")?.name { notes.append("FireHydrant's last note: \(LineText.line(last))") }
    return notes
  }
}
