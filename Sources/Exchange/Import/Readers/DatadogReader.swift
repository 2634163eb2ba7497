internal import Diagnostics
internal import PostMortems

/// Datadog's incidents (API v2), their to-dos and the cells of their timelines; in the API's own `snake_case` or in the
/// `camelCase` of its client libraries.
enum DatadogReader: ExportReader {
  static let system = SourceSystem.datadog
  private static let types = [
    "incidents", "incident_todos", "incident_timeline_cells", "incident_cells", "incident_impacts",
  ]

  private static let marks = [
    "title", "fields", "public_id", "publicId", "customer_impacted", "customerImpacted", "detected", "modified",
  ]

  static func recognises(_ export: Export) -> Bool { !records(of: export).isEmpty }

  private static func records(of export: Export) -> [JSONValue] {
    export.records(under: ["data", "incident"]) { record in
      guard let type = record.member("type")?.text, types.contains(type), let attributes = record.member("attributes")
      else { return false }
      return type != "incidents" || attributes.has(anyOf: marks) && !RootlyReader.areRootlys(attributes)
    }
  }

  static func read(_ export: Export, into yield: inout ImportYield) {
    let included = export.includedResources
    for record in records(of: export) {
      let attributes = DatadogAttributes(record: record)
      switch record.member("type")?.text {
      case "incidents": yield.incidents.append(incident(record, attributes, included))
      case "incident_todos": add(action(attributes), of: attributes, to: &yield)
      case "incident_impacts": break
      default: if let event = event(attributes) { add(event, attributes, to: &yield) }
      }
    }
  }

  private static func incident(_ record: JSONValue, _ attributes: DatadogAttributes, _ included: IncludedResources)
    -> ImportedIncident
  {
    var incident = ImportedIncident(
      system: system, id: record.member("id")?.text ?? "", title: attributes["title"]?.text)
    let severity = attributes.field("severity") ?? attributes["severity"]?.text
    incident.severity = severity.flatMap { $0.uppercased() == "UNKNOWN" ? nil : $0 }
    incident.summary = attributes.field("summary")
    incident.impact = attributes["customer_impact_scope"]?.text
    incident.isDrill = attributes["is_test"]?.flag ?? false
    incident.started = attributes["customer_impact_start"]?.instant
    incident.detected = attributes["detected"]?.instant
    incident.mitigated = attributes["customer_impact_end"]?.instant
    incident.resolved = attributes["resolved"]?.instant
    incident.detection = detections[attributes.field("detection_method")?.lowercased() ?? ""]
    incident.services = attributes.fieldNames("services")
    incident.teams = attributes.fieldNames("teams")
    incident.events = milestones(attributes)
    incident.notes = attributes.disagreements
    if let cause = attributes.field("root_cause") {
      incident.notes.append("Datadog's field for the root cause says: \(LineText.line(cause))")
    }
    notePeople(record, attributes, included, in: &incident)
    return incident
  }

  private static let detections = ["customer": "customer", "employee": "employee", "monitor": "alert"]

  /// The instants that have no place in the front matter.
  private static func milestones(_ attributes: DatadogAttributes) -> [ImportedEvent] {
    let rows = [
      ("customer_impact_start", "Customer impact begins"), ("detected", "Detected"),
      ("declared", "Incident declared"), ("customer_impact_end", "Customer impact ends"), ("resolved", "Resolved"),
    ]
    return rows.compactMap { key, text in
      attributes[key]?.instant.map { ImportedEvent(at: $0, text: text, system: system) }
    }
  }

  private static func notePeople(
    _ record: JSONValue, _ attributes: DatadogAttributes, _ included: IncludedResources,
    in incident: inout ImportedIncident
  ) {
    for resource in included.resources(of: record) {
      incident.people.note(
        resource.value, role: resource.relation.lowercased().contains("commander") ? "commander" : nil)
    }
    incident.people.note(attributes["commander"], role: "commander")
    for key in ["created_by", "declared_by", "last_modified_by"] { incident.people.note(attributes[key]) }
    for handle in attributes["notification_handles"]?.elements ?? [] {
      incident.people.note(handle.member("displayName") ?? handle.member("display_name"))
    }
  }

  private static func action(_ attributes: DatadogAttributes) -> ImportedAction? {
    guard let text = attributes["content"]?.text else { return nil }
    let completed = attributes["completed"]
    let isDone = completed?.instant != nil || completed?.flag == true
    var action = ImportedAction(text: LineText.line(MarkdownText.plain(text)), state: isDone ? .done : .open)
    action.done = completed?.day
    action.due = attributes["due_date"]?.day
    action.owner = attributes["assignees"]?.elements.lazy.compactMap(owner).first
    return action
  }

  /// An assignee is a handle, which is an address, or an object with a name.
  private static func owner(_ assignee: JSONValue) -> String? {
    guard let name = assignee.name, !name.utf8.contains(UInt8(ascii: "@")) else { return nil }
    return name
  }

  private static func add(_ action: ImportedAction?, of attributes: DatadogAttributes, to yield: inout ImportYield) {
    guard let action else { return }
    var part = ImportedIncident(system: system, id: attributes.incidentID ?? "")
    part.actions = [action]
    for assignee in attributes["assignees"]?.elements ?? [] { part.people.note(assignee) }
    for key in ["created_by", "last_modified_by"] { part.people.note(attributes[key]) }
    yield.add(part)
  }

  private static func event(_ attributes: DatadogAttributes) -> ImportedEvent? {
    let content = attributes["content"]
    guard let text = content?.text ?? content?.member("content")?.text ?? content?.member("message")?.text,
      let at = (attributes["display_time"] ?? attributes["created"])?.instant
    else { return nil }
    return ImportedEvent(at: at, text: Evidence.row(MarkdownText.plain(text)), system: system)
  }

  private static func add(_ event: ImportedEvent, _ attributes: DatadogAttributes, to yield: inout ImportYield) {
    var part = ImportedIncident(system: system, id: attributes.incidentID ?? "")
    part.events = [event]
    let content = attributes["content"]
    if let text = content?.text ?? content?.member("content")?.text { part.evidence = Evidence.tracebacks(in: text) }
    for key in ["created_by", "author", "last_modified_by"] { part.people.note(attributes[key]) }
    yield.add(part)
  }
}
