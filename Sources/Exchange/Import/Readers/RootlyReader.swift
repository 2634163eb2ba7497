internal import Diagnostics
internal import PostMortems

/// Rootly's incidents, events and action items: JSON:API of its REST interface and the flat form of its webhooks.
enum RootlyReader: ExportReader {
  static let system = SourceSystem.rootly

  /// Whether attributes of a JSON:API `incidents` resource are Rootly's; Datadog has the same type.
  static func areRootlys(_ attributes: JSONValue) -> Bool {
    attributes.has(anyOf: [
      "sequential_id", "slug", "started_at", "mitigated_at", "resolved_at", "short_url", "in_triage_at",
    ])
  }

  static func recognises(_ export: Export) -> Bool { !records(of: export).isEmpty }

  private enum Kind { case incident, event, action }

  private static func records(of export: Export) -> [JSONValue] {
    export.records(under: ["data", "incident", "incidents", "incident_event", "action_item"]) { kind(of: $0) != nil }
  }

  private static func kind(of record: JSONValue) -> Kind? {
    if let attributes = record.member("attributes") {
      switch record.member("type")?.text {
      case "incidents": return areRootlys(attributes) ? .incident : nil
      case "incident_events": return .event
      case "incident_action_items": return .action
      default: return nil
      }
    }
    if record.has(anyOf: ["event_raw", "event_id"]), record.has(anyOf: ["occurred_at", "incident_id"]) {
      return .event
    }
    return record.has("sequential_id") && record.has(anyOf: ["title", "slug"]) ? .incident : nil
  }

  static func read(_ export: Export, into yield: inout ImportYield) {
    let included = export.includedResources
    let isAlone = records(of: export).count == 1
    for record in records(of: export) {
      let attributes = record.member("attributes") ?? record
      switch kind(of: record) {
      case .incident: yield.add(incident(record, attributes, isAlone ? included.all : included.resources(of: record)))
      case .event: yield.add(eventPart(record, attributes))
      case .action: yield.add(actionPart(record, attributes))
      case nil: break
      }
    }
  }

  private static func incident(_ record: JSONValue, _ attributes: JSONValue, _ included: [IncludedResources.Related])
    -> ImportedIncident
  {
    var incident = ImportedIncident(
      system: system, id: record.member("id")?.text ?? "", title: attributes.member("title")?.text)
    incident.url = attributes.text(anyOf: "url", "short_url")
    incident.severity = attributes.member("severity")?.name
    incident.summary = attributes.member("summary")?.text.map { MarkdownText.plain($0) }
    incident.isDrill = attributes.member("kind")?.text.map { $0.hasPrefix("test") || $0.hasPrefix("example") } ?? false
    incident.started = attributes.instant(anyOf: "started_at")
    incident.detected = attributes.instant(anyOf: "detected_at")
    incident.acknowledged = attributes.instant(anyOf: "acknowledged_at")
    incident.mitigated = attributes.instant(anyOf: "mitigated_at")
    incident.resolved = attributes.instant(anyOf: "resolved_at")
    incident.services = attributes.member("services")?.names ?? []
    incident.teams = (attributes.member("groups") ?? attributes.member("teams"))?.names ?? []
    for label in attributes.member("labels")?.elements ?? [] {
      guard let word = label.name else { continue }
      incident.addLabel(label.member("key")?.text.map { "\($0)=\(word)" } ?? word)
    }
    readMessages(attributes, into: &incident)
    for related in included { read(related, into: &incident) }
    for event in attributes.member("events")?.elements ?? [] {
      if let event = Self.event(event.member("attributes") ?? event) { incident.events.append(event) }
    }
    for item in attributes.member("action_items")?.elements ?? [] {
      if let action = action(item.member("attributes") ?? item) { incident.actions.append(action) }
    }
    notePeople(attributes, in: &incident)
    if let url = attributes.member("slack_channel_url")?.text {
      incident.links.append(ImportedLink(key: "chat", url: url))
    }
    return incident
  }

  /// A row for each state, with the message that was given for it.
  private static func readMessages(_ attributes: JSONValue, into incident: inout ImportedIncident) {
    let states = [
      ("in_triage_at", "in_triage_message", "In triage"), ("started_at", "started_message", "Started"),
      ("detected_at", "detection_message", "Detected"),
      ("acknowledged_at", "acknowledgement_message", "Acknowledged"),
      ("mitigated_at", "mitigation_message", "Mitigated"), ("resolved_at", "resolution_message", "Resolved"),
      ("closed_at", "closure_message", "Closed"), ("cancelled_at", "cancellation_message", "Cancelled"),
    ]
    for (time, message, word) in states {
      guard let at = attributes.member(time)?.instant else { continue }
      let text = attributes.member(message)?.text.map { ": " + Evidence.row(MarkdownText.plain($0)) } ?? ""
      incident.events.append(ImportedEvent(at: at, text: word + text, system: system))
    }
  }

  private static func read(_ related: IncludedResources.Related, into incident: inout ImportedIncident) {
    let attributes = related.value.member("attributes") ?? related.value
    switch related.value.member("type")?.text {
    case "services": incident.services += [attributes.name].compactMap { $0 }
    case "groups", "teams": incident.teams += [attributes.name].compactMap { $0 }
    case "incident_events": if let event = event(attributes) { incident.events.append(event) }
    case "incident_action_items", "action_items": if let action = action(attributes) { incident.actions.append(action) }
    default: break
    }
  }

  private static func notePeople(_ attributes: JSONValue, in incident: inout ImportedIncident) {
    for assignment in attributes.member("incident_role_assignments")?.elements ?? [] {
      incident.people.note(assignment.member("user"), role: assignment.member("incident_role")?.name)
    }
    for key in ["user", "started_by", "mitigated_by", "resolved_by", "closed_by"] {
      incident.people.note(attributes.member(key))
    }
  }

  private static func eventPart(_ record: JSONValue, _ attributes: JSONValue) -> ImportedIncident {
    let outer = attributes.member("incident")
    let id = outer?.member("id")?.text ?? attributes.member("incident_id")?.text
    var part = ImportedIncident(
      system: system, id: id ?? record.member("relationships", "incident", "data", "id")?.text ?? "")
    part.title = outer?.member("title")?.text
    part.severity = outer?.member("severity")?.name
    part.services = outer?.member("services")?.names ?? []
    part.teams = (outer?.member("teams") ?? outer?.member("groups"))?.names ?? []
    part.events = [event(attributes)].compactMap { $0 }
    if let text = attributes.text(anyOf: "event", "event_raw") { part.evidence = Evidence.tracebacks(in: text) }
    part.people.note(attributes.member("user"))
    return part
  }

  /// A row; for an entry that Rootly made itself, the words of its kind.
  private static func event(_ attributes: JSONValue) -> ImportedEvent? {
    guard let at = attributes.instant(anyOf: "occurred_at", "started_at", "created_at") else { return nil }
    if let text = attributes.text(anyOf: "event", "event_raw") {
      return ImportedEvent(at: at, text: Evidence.row(MarkdownText.plain(text)), system: system)
    }
    guard let kind = attributes.member("kind")?.text else { return nil }
    let words = kind.split(separator: "_").joined(separator: " ")
    return ImportedEvent(at: at, text: words.prefix(1).uppercased() + words.dropFirst(), system: system)
  }

  private static func actionPart(_ record: JSONValue, _ attributes: JSONValue) -> ImportedIncident {
    let id = attributes.member("incident_id")?.text ?? record.member("relationships", "incident", "data", "id")?.text
    var part = ImportedIncident(system: system, id: id ?? "")
    part.actions = [action(attributes)].compactMap { $0 }
    part.people.note(attributes.member("assigned_to") ?? attributes.member("assigned_to_user"))
    return part
  }

  private static func action(_ attributes: JSONValue) -> ImportedAction? {
    guard let text = attributes.text(anyOf: "summary", "title", "description") else { return nil }
    let status = attributes.member("status")?.text?.lowercased() ?? ""
    var action = ImportedAction(text: LineText.line(text), state: states[status] ?? .unknown)
    action.owner = (attributes.member("assigned_to") ?? attributes.member("assigned_to_user"))?.name
    action.due = attributes.member("due_date")?.day
    action.done = action.state == .done ? attributes.instant(anyOf: "completed_at", "done_at")?.day : nil
    action.ticket = attributes.text(anyOf: "jira_issue_key", "jira_issue_url", "linear_issue_url", "github_issue_url")
    return action
  }

  private static let states: [String: ActionItem.State] = [
    "open": .open, "in_progress": .open, "done": .done, "completed": .done, "cancelled": .declined,
    "canceled": .declined,
  ]
}
