internal import Diagnostics
internal import PostMortems

/// incident.io's incidents, their updates and follow-ups, as its API gives them and as its webhooks send them.
enum IncidentIOReader: ExportReader {
  static let system = SourceSystem.incidentIO

  static func recognises(_ export: Export) -> Bool { !records(of: export).isEmpty }

  private enum Kind { case incident, update, followUp }

  private static func records(of export: Export) -> [JSONValue] {
    export.opened.records(under: ["incident", "incidents", "incident_updates", "follow_ups", "follow_up", "data"]) {
      kind(of: $0) != nil
    }
  }

  private static func kind(of record: JSONValue) -> Kind? {
    if record.has("incident_id"), !record.has("body") {
      if record.has(anyOf: ["new_incident_status", "new_severity", "updater"]) { return .update }
      if record.has("title"), record.has(anyOf: ["external_issue_reference", "completed_at", "creator", "assignee"]),
        !record.has("event_id")
      {
        return .followUp
      }
      return nil
    }
    let marks = ["incident_role_assignments", "incident_timestamp_values", "custom_field_entries", "incident_type"]
    if record.member("incident_status")?.has("category") == true { return .incident }
    return record.has(anyOf: marks) && record.has(anyOf: ["reference", "name", "permalink"]) ? .incident : nil
  }

  static func read(_ export: Export, into yield: inout ImportYield) {
    for record in records(of: export) {
      switch kind(of: record) {
      case .incident: yield.add(incident(record))
      case .update: yield.add(update(record))
      case .followUp: yield.add(followUp(record))
      case nil: break
      }
    }
  }

  private static func incident(_ record: JSONValue) -> ImportedIncident {
    var incident = ImportedIncident(
      system: system, id: record.text(anyOf: "id", "reference") ?? "", title: record.member("name")?.text)
    incident.url = record.member("permalink")?.text
    incident.severity = record.member("severity")?.name
    incident.summary = record.member("summary")?.text
    incident.isDrill = ["test", "tutorial"].contains(record.member("mode")?.text)
    for value in record.member("incident_timestamp_values")?.elements ?? [] { readTime(value, into: &incident) }
    for entry in record.member("custom_field_entries")?.elements ?? [] { readField(entry, into: &incident) }
    for assignment in record.member("incident_role_assignments")?.elements ?? [] {
      let role = assignment.member("role")
      let isLead = role?.member("role_type")?.text == "lead"
      incident.people.note(assignment.member("assignee"), role: isLead ? "commander" : role?.name)
    }
    incident.people.note(record.member("creator", "user"))
    if let at = record.instant(anyOf: "created_at") {
      incident.events.append(ImportedEvent(at: at, text: "Incident declared", system: system))
    }
    if let url = record.member("postmortem_document_url")?.text {
      incident.notes.append("incident.io names a post-mortem document: \(url)")
    }
    if let url = record.member("external_issue_reference", "issue_permalink")?.text {
      incident.links.append(ImportedLink(key: "ticket", url: url))
    }
    return incident
  }

  /// `{incident_timestamp: {name}, value: {value}}`: the fields of the front matter by their names, all of them as rows.
  private static func readTime(_ value: JSONValue, into incident: inout ImportedIncident) {
    let time = value.member("value")?.instant ?? value.member("value", "value")?.instant
    guard let at = time, let name = value.member("incident_timestamp")?.name else { return }
    let words = name.lowercased()
    let isImpact = words.contains("impact")
    if words.contains("start") {
      incident.started = incident.started ?? at
    } else if words.contains("detect") {
      incident.detected = incident.detected ?? at
    } else if words.contains("acknowledge") {
      incident.acknowledged = incident.acknowledged ?? at
    } else if words.contains("mitigated") || isImpact && (words.contains("end") || words.contains("stop")) {
      incident.mitigated = incident.mitigated ?? at
    } else if words.contains("resolved"), !isImpact {
      incident.resolved = incident.resolved ?? at
    }
    incident.events.append(ImportedEvent(at: at, text: LineText.line(name), system: system))
  }

  /// Custom fields have the names that a house gave them: those of services and teams are read.
  private static func readField(_ entry: JSONValue, into incident: inout ImportedIncident) {
    let name = entry.member("custom_field")?.name?.lowercased() ?? ""
    let values = (entry.member("values")?.elements ?? []).compactMap { value in
      value.member("value_option", "value")?.text ?? value.member("value_catalog_entry")?.name
        ?? value.member("value_text")?.text
    }
    if name.contains("service") {
      incident.services += values
    } else if name.contains("team") {
      incident.teams += values
    }
  }

  private static func update(_ record: JSONValue) -> ImportedIncident {
    var part = ImportedIncident(system: system, id: record.member("incident_id")?.text ?? "")
    var words: [String] = []
    if let status = record.member("new_incident_status")?.name { words.append("status: \(status)") }
    if let severity = record.member("new_severity")?.name { words.append("severity: \(severity)") }
    let change = words.joined(separator: ", ")
    let message = record.member("message")?.text.map { MarkdownText.plain($0) }
    if let at = record.instant(anyOf: "created_at"), message != nil || !words.isEmpty {
      let row = message.map { Evidence.row($0) + (words.isEmpty ? "" : " (\(change))") } ?? change
      part.events = [ImportedEvent(at: at, text: row, system: system)]
    }
    part.evidence = message.map(Evidence.tracebacks) ?? []
    part.people.note(record.member("updater", "user"))
    return part
  }

  private static func followUp(_ record: JSONValue) -> ImportedIncident {
    var part = ImportedIncident(system: system, id: record.member("incident_id")?.text ?? "")
    guard let title = record.member("title")?.text else { return part }
    let status = record.member("status")?.name?.lowercased() ?? ""
    var action = ImportedAction(text: LineText.line(title), state: states[status] ?? .unknown)
    if action.state == .done { action.done = record.member("completed_at")?.day }
    action.owner = record.member("assignee")?.name
    let issue = record.member("external_issue_reference")
    action.ticket = issue?.member("issue_name")?.text ?? issue?.member("issue_permalink")?.text
    part.actions = [action]
    part.people.note(record.member("assignee"))
    part.people.note(record.member("creator", "user"))
    return part
  }

  private static let states: [String: ActionItem.State] = [
    "outstanding": .open, "open": .open, "in_progress": .open, "completed": .done, "done": .done, "closed": .done,
    "deleted": .declined, "not_doing": .declined, "canceled": .declined, "cancelled": .declined,
  ]
}

extension Export {
  /// The export with incident.io's webhooks opened, whose payload stands under the event's own name.
  fileprivate var opened: Export {
    guard case .json(let documents) = contents else { return self }
    let inner = documents.flatMap { $0.items ?? [$0] }.map { document in
      document.member("event_type")?.text.flatMap { document.member($0) } ?? document
    }
    return Export(path: path, contents: .json(inner))
  }
}
