internal import Diagnostics
internal import PostMortems

/// Reads Opsgenie's incidents and alerts.
struct OpsgenieReader: ExportReader {
  static let system = SourceSystem.opsgenie

  static func recognises(_ export: Export) -> Bool {
    export.records(opening: ["data", "incidents", "alerts"]).contains { isAlert($0) || isIncident($0) }
  }

  private static func isAlert(_ value: JSONValue) -> Bool {
    value.has("message", "createdAt") && (value.has("tinyId") || value.has("alias"))
      && (value.has("isSeen") || value.has("acknowledged") || value.has("snoozed") || value.has("lastOccurredAt"))
  }

  private static func isIncident(_ value: JSONValue) -> Bool {
    value.has("message", "createdAt", "tinyId") && !isAlert(value)
      && (value.has("priority") || value.has("ownerTeam") || value.has("serviceId") || value.has("extraProperties"))
  }

  static func read(_ export: Export, into yield: inout ImportYield) {
    for value in export.records(opening: ["data", "incidents", "alerts"]) {
      guard let id = value.firstText("id", "tinyId"), isAlert(value) || isIncident(value) else { continue }
      var incident = ImportedIncident(system: system, id: id, title: value.member("message")?.text.map(oneLine))
      readCommon(value, into: &incident)
      if isAlert(value) { readAlert(value, into: &incident) } else { readIncident(value, into: &incident) }
      yield.incidents.append(incident)
    }
  }

  private static func readCommon(_ value: JSONValue, into incident: inout ImportedIncident) {
    incident.severity = value.member("priority")?.text
    incident.summary = value.member("description")?.text
    for tag in value.member("tags")?.elements ?? [] { if let word = tag.text { incident.addLabel(word) } }
    incident.teams += [value.member("ownerTeam")?.referenceName].compactMap { $0 }
    for responder in value.member("responders")?.elements ?? [] {
      guard let name = responder.member("name")?.text else { continue }
      if responder.member("type")?.text == "team" {
        incident.teams.append(name)
      } else {
        incident.people[name] = "responder"
      }
    }
    for key in ["extraProperties", "details"] {
      if let service = value.member(key)?.firstText("service", "Service") { incident.services.append(service) }
      if let address = value.member(key)?.firstWebAddress("runbook", "runbook_url") {
        incident.links.append(ImportedLink(key: "runbook", url: address))
      }
    }
    incident.url = value.member("links")?.firstWebAddress("web") ?? value.firstWebAddress("url", "link")
    if let owner = value.member("owner")?.text { incident.people[owner] = "responder" }
  }

  private static func readIncident(_ value: JSONValue, into incident: inout ImportedIncident) {
    incident.started = value.firstInstant("impactStartDate")
    incident.resolved = value.firstInstant("resolvedAt", "impactEndDate")
    if let created = value.firstInstant("createdAt") {
      incident.events.append(
        ImportedEvent(at: created, text: "Incident opened in Opsgenie", system: system, url: incident.url))
    }
    if incident.resolved == nil, ["resolved", "closed"].contains(value.member("status")?.text ?? ""),
      let updated = value.firstInstant("updatedAt")
    {
      incident.notes.append(
        "Opsgenie says \(value.member("status")?.text ?? "") and was last changed at \(updated.iso)")
    }
    if let resolved = incident.resolved {
      incident.events.append(ImportedEvent(at: resolved, text: "Incident resolved", system: system, url: incident.url))
    }
  }

  /// An alert's report counts the milliseconds from its creation to its acknowledgement and to its end.
  private static func readAlert(_ value: JSONValue, into incident: inout ImportedIncident) {
    guard let created = value.firstInstant("createdAt") else { return }
    incident.isAlert = true
    incident.detection = "alert"
    incident.alert = incident.title
    incident.detected = created
    func add(_ at: Instant, _ text: String) {
      incident.events.append(ImportedEvent(at: at, text: text, system: system, url: incident.url))
    }
    add(created, "Alert opened" + (incident.title.map { ": \($0)" } ?? ""))
    let report = value.member("report")
    for key in ["acknowledgedBy", "closedBy"] {
      if let name = report?.member(key)?.text { incident.people[name] = "responder" }
    }
    func by(_ key: String) -> String { report?.member(key)?.text.map { " by \($0)" } ?? "" }
    if let at = moment(report?.member("ackTime"), after: created) {
      incident.acknowledged = at
      add(at, "Alert acknowledged" + by("acknowledgedBy"))
    }
    if let at = moment(report?.member("closeTime"), after: created) {
      incident.resolved = at
      add(at, "Alert closed" + by("closedBy"))
    }
  }

  private static func moment(_ value: JSONValue?, after start: Instant) -> Instant? {
    if let instant = value?.instant { return instant }
    guard let milliseconds = value?.whole, (1...1_000_000_000_000).contains(milliseconds) else { return nil }
    return Instant(seconds: start.seconds + Int64(milliseconds / 1000), precision: .second)
  }
}
