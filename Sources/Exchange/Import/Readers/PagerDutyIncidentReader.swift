internal import Diagnostics
internal import PostMortems

/// Reads PagerDuty's incidents, of the first and the second version of its REST API.
struct PagerDutyIncidentReader: ExportReader {
  static let system = SourceSystem.pagerduty

  static func recognises(_ export: Export) -> Bool {
    export.records(opening: ["incidents", "incident"]).contains(where: isIncident)
  }

  static func read(_ export: Export, into yield: inout ImportYield) {
    for value in export.records(opening: ["incidents", "incident"]) where isIncident(value) {
      if let incident = incident(value) { yield.incidents.append(incident) }
    }
    for record in export.records { readBeside(record, path: export.path, into: &yield) }
    for record in export.records {
      guard let total = record.member("total")?.whole, let count = record.member("incidents")?.items?.count,
        record.member("more")?.flag == true
      else { continue }
      let message = "holds \(count) of \(total) incidents: the rest is on further pages of the answer"
      yield.problems.append(ImportProblem(path: export.path, message: message))
    }
  }

  /// Log entries, notes and alerts in one document with the incidents; of one incident they need not name it.
  private static func readBeside(_ record: JSONValue, path: String, into yield: inout ImportYield) {
    let incidents = record.member("incidents")?.elements ?? [record.member("incident")].compactMap { $0 }
    let only = incidents.count == 1 ? incidents.first?.member("id") : nil
    let found = ["log_entries", "notes", "alerts"].flatMap { record.member($0)?.elements ?? [] }
    guard !incidents.isEmpty, !found.isEmpty else { return }
    let named = found.map { entry -> JSONValue in
      guard let only, !entry.has("incident") else { return entry }
      return .object(entry.members + [JSONValue.Member("incident", .object([JSONValue.Member("id", only)]))])
    }
    PagerDutyLogReader.read(Export(path: path, contents: .json(named)), into: &yield)
  }

  static func isIncident(_ value: JSONValue) -> Bool {
    guard value.member("id")?.text != nil else { return false }
    if value.has("trigger_summary_data") || value.has("escalation_policy", "urgency") { return true }
    guard value.has("incident_number") || value.has("incident_key") else { return false }
    return value.has("service") || value.has("urgency") || value.has("escalation_policy")
      || value.member("html_url")?.text?.contains("pagerduty") == true
  }

  /// What an incident tells of itself; the words of its log come from the log entries.
  static func incident(_ value: JSONValue) -> ImportedIncident? {
    guard let id = value.member("id")?.text else { return nil }
    var incident = ImportedIncident(system: system, id: id, title: title(of: value))
    incident.url = value.firstWebAddress("html_url")
    incident.severity = value.member("priority")?.referenceName
    let description = value.member("description")?.text ?? value.member("body")?.member("details")?.text
    if let description, description != incident.title { incident.summary = description }
    incident.detection = "alert"
    incident.detected = value.firstInstant("created_at", "created_on")
    incident.services = [value.member("service")?.referenceName].compactMap { $0 }
    incident.teams = (value.member("teams")?.elements ?? []).compactMap(\.referenceName)
    if let address = value.member("conference_bridge")?.member("conference_url")?.webAddress {
      incident.links.append(ImportedLink(key: "call", url: address))
    }
    readCourse(value, into: &incident)
    readPeople(value, into: &incident)
    if let merged = value.member("resolve_reason")?.member("incident")?.firstText("summary", "id") {
      incident.notes.append("PagerDuty merged it into \(merged)")
    }
    return incident
  }

  private static func title(of value: JSONValue) -> String? {
    let trigger = value.member("trigger_summary_data")?.firstText("subject", "description")
    return (value.firstText("title", "summary") ?? trigger ?? value.firstText("description", "incident_key")).map(
      oneLine)
  }

  private static func readCourse(_ value: JSONValue, into incident: inout ImportedIncident) {
    func add(_ at: Instant, _ text: String, isChatter: Bool = false) {
      incident.events.append(
        ImportedEvent(at: at, text: text, system: system, url: incident.url, isChatter: isChatter))
    }
    if let created = incident.detected {
      add(created, "Incident triggered" + (incident.title.map { ": \($0)" } ?? ""))
    }
    for assignment in value.member("assignments")?.elements ?? [] {
      guard let at = assignment.member("at")?.instant, let name = assignment.member("assignee")?.referenceName else {
        continue
      }
      add(at, "Assigned to \(name)", isChatter: true)
    }
    for acknowledgement in value.member("acknowledgements")?.elements ?? [] {
      guard let at = acknowledgement.member("at")?.instant else { continue }
      incident.acknowledged = min(at, incident.acknowledged ?? at)
      add(at, "Acknowledged" + by(acknowledgement.member("acknowledger")))
    }
    guard value.member("status")?.text == "resolved",
      let at = value.firstInstant("resolved_at", "last_status_change_at", "last_status_change_on")
    else { return }
    incident.resolved = at
    add(at, "Resolved" + by(value.member("resolved_by_user") ?? value.member("last_status_change_by")))
  }

  private static func by(_ agent: JSONValue?) -> String {
    agent?.referenceName.map { " by \($0)" } ?? ""
  }

  /// Users by name and by address; a policy or service that acts is no person.
  private static func readPeople(_ value: JSONValue, into incident: inout ImportedIncident) {
    let users =
      (value.member("assignments")?.elements ?? []).compactMap { $0.member("assignee") }
      + (value.member("acknowledgements")?.elements ?? []).compactMap { $0.member("acknowledger") }
      + (value.member("assigned_to")?.elements ?? []).compactMap { $0.member("object") }
      + (value.member("assignees")?.elements ?? [])
      + ["resolved_by_user", "assigned_to_user", "last_status_change_by"].compactMap { value.member($0) }
    for user in users { PagerDutyUser.add(user, to: &incident.people) }
  }
}

/// A reference to somebody in PagerDuty.
enum PagerDutyUser {
  /// Notes the names by which a text may call a user; services and policies that act are no people.
  static func add(_ value: JSONValue?, to people: inout [String: String]) {
    guard let value else { return }
    let type = value.member("type")?.text ?? "user"
    guard type.hasPrefix("user") else { return }
    for name in [value.firstText("summary", "name"), value.member("email")?.text].compactMap({ $0 }) {
      people[name] = people[name] ?? PersonRole.unknown
    }
  }
}
