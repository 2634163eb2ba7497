internal import Diagnostics
internal import PostMortems

/// Statuspage's incidents with their public updates; lists, the pages' own summaries and webhooks.
///
/// What is written there is public wording: its impact is no severity and its states are no times of detection or
/// mitigation.
enum StatuspageReader: ExportReader {
  static let system = SourceSystem.statuspage

  static func recognises(_ export: Export) -> Bool { !records(of: export).isEmpty }

  private static func records(of export: Export) -> [JSONValue] {
    export.records(under: ["incidents", "incident", "scheduled_maintenances", "data"]) {
      isIncident($0) || isUpdate($0)
    }
  }

  private static func isIncident(_ record: JSONValue) -> Bool {
    guard record.has("name"), !record.has("incident_status") else { return false }
    return record.has("incident_updates") && record.has(anyOf: ["impact", "shortlink", "status"])
      || record.has("shortlink") && record.has(anyOf: ["impact", "page_id", "postmortem_body"])
  }

  private static func isUpdate(_ record: JSONValue) -> Bool {
    record.has("body") && record.has("status") && record.has("display_at")
  }

  static func read(_ export: Export, into yield: inout ImportYield) {
    for record in records(of: export) {
      yield.add(isIncident(record) ? incident(record) : lone(update: record))
    }
  }

  private static func incident(_ record: JSONValue) -> ImportedIncident {
    var incident = ImportedIncident(
      system: system, id: record.member("id")?.text ?? "", title: record.member("name")?.text)
    incident.url = record.member("shortlink")?.text
    incident.started = record.instant(anyOf: "started_at")
    incident.resolved = record.instant(anyOf: "resolved_at")
    let updates = record.member("incident_updates")?.elements ?? []
    incident.events = updates.compactMap(event).reversed()
    let taken = Set(incident.events.map(\.at.seconds))
    for (key, text) in [
      ("created_at", "Incident opened"), ("monitoring_at", "Monitoring"),
      ("postmortem_published_at", "Post-mortem published"),
    ] {
      guard let at = record.member(key)?.instant, !taken.contains(at.seconds) else { continue }
      incident.events.append(ImportedEvent(at: at, text: text, system: system, url: incident.url))
    }
    incident.events.sort { $0.at < $1.at }
    incident.services = components(record, updates)
    incident.notes = notes(record)
    if let body = record.member("postmortem_body")?.text { incident.evidence = [body] }
    return incident
  }

  private static func components(_ record: JSONValue, _ updates: [JSONValue]) -> [String] {
    let affected = updates.flatMap { $0.member("affected_components")?.elements ?? [] }
    return ((record.member("components")?.elements ?? []) + affected).compactMap { $0.member("name")?.text }.uniqued
  }

  private static func notes(_ record: JSONValue) -> [String] {
    var notes: [String] = []
    if let impact = record.text(anyOf: "impact_override", "impact") {
      notes.append("Statuspage calls the impact '\(impact)', which is public wording and no severity")
    }
    if let start = record.member("scheduled_for")?.instant {
      let end = record.member("scheduled_until")?.instant
      notes.append("announced as scheduled for \(start.iso)" + (end.map { " to \($0.iso)" } ?? ""))
    }
    if record.member("postmortem_body")?.text != nil {
      notes.append("the public post-mortem is kept word for word as a quotation")
    }
    return notes
  }

  private static func event(_ update: JSONValue) -> ImportedEvent? {
    guard let at = update.instant(anyOf: "display_at", "created_at") else { return nil }
    let status = update.member("status")?.text.map { state in
      state.split(separator: "_").joined(separator: " ").prefix(1).uppercased()
        + state.split(separator: "_").joined(separator: " ").dropFirst()
    }
    let components = (update.member("affected_components")?.elements ?? []).compactMap(change)
    let body =
      update.member("body")?.text.map { Evidence.row(MarkdownText.plain($0)) } ?? components.joined(separator: ", ")
    guard status != nil || !body.isEmpty else { return nil }
    let text = [status, body.isEmpty ? nil : body].compactMap { $0 }.joined(separator: ": ")
    return ImportedEvent(at: at, text: text, system: system)
  }

  /// `API from operational to major outage`; nil where nothing changed.
  private static func change(_ component: JSONValue) -> String? {
    guard let name = component.member("name")?.text, let new = component.member("new_status")?.text else { return nil }
    guard let old = component.member("old_status")?.text, old != new else { return nil }
    return "\(name) from \(old) to \(new)".split(separator: "_").joined(separator: " ")
  }

  /// An update that stands alone, as lists of what is unresolved give it.
  private static func lone(update: JSONValue) -> ImportedIncident {
    var part = ImportedIncident(system: system, id: update.text(anyOf: "incident_id", "id") ?? "")
    part.title = update.member("name")?.text
    part.events = [event(update)].compactMap { $0 }
    part.services = components(.null, [update])
    return part
  }
}
