internal import Diagnostics
internal import PostMortems

/// Jira's issues: searches, bare lists and webhooks.
enum JiraReader: ExportReader {
  static let system = SourceSystem.jira

  static func recognises(_ export: Export) -> Bool { !records(of: export).isEmpty }

  private static func records(of export: Export) -> [JSONValue] {
    export.records(under: ["issues", "issue", "values", "data"]) { record in
      guard let key = record.member("key")?.text, record.has("fields") else { return false }
      return key.contains("-")
    }
  }

  static func read(_ export: Export, into yield: inout ImportYield) {
    for record in records(of: export) {
      guard let ticket = ticket(record) else { continue }
      yield.tickets.append(ticket)
      yield.people.note(record.member("fields", "assignee"))
    }
    let issues = records(of: export).compactMap { record in incident(record).map { ($0, isMarked(record)) } }
    TrackerIncident.add(issues, of: system, path: export.path, to: &yield)
  }

  private static func isMarked(_ record: JSONValue) -> Bool {
    (record.member("fields", "labels")?.names ?? []).contains(where: TrackerIncident.isMark)
      || record.member("fields", "issuetype")?.name.map(TrackerIncident.isMark) == true
  }

  /// The issue as an incident, whose resolution Jira dates.
  private static func incident(_ record: JSONValue) -> ImportedIncident? {
    guard let key = record.member("key")?.text, let fields = record.member("fields") else { return nil }
    var incident = ImportedIncident(system: system, id: key, title: fields.member("summary")?.text.map(oneLine))
    incident.url = address(of: key, record)
    incident.severity = fields.member("priority")?.name
    incident.summary = words(fields.member("description"))
    incident.evidence = incident.summary.map { Evidence.tracebacks(in: $0) } ?? []
    incident.resolved = fields.instant(anyOf: "resolutiondate")
    incident.services = fields.member("components")?.names ?? []
    for label in fields.member("labels")?.names ?? [] where !TrackerIncident.isMark(label) { incident.addLabel(label) }
    for person in ["assignee", "reporter", "creator"] { incident.people.note(fields.member(person)) }
    if let created = fields.instant(anyOf: "created") {
      incident.events.append(ImportedEvent(at: created, text: "Issue opened", system: system, url: incident.url))
    }
    for comment in fields.member("comment", "comments")?.elements ?? [] {
      incident.people.note(comment.member("author"))
      let event = TrackerIncident.comment(
        words(comment.member("body")), by: comment.member("author", "displayName")?.text,
        at: comment.instant(anyOf: "created"), of: system)
      if let event { incident.events.append(event) }
    }
    incident.events += changes(record, in: &incident)
    if let resolved = incident.resolved {
      incident.events.append(ImportedEvent(at: resolved, text: "Issue resolved", system: system, url: incident.url))
    }
    return incident
  }

  /// Changes of the status, of which the one that resolves has its row already.
  private static func changes(_ record: JSONValue, in incident: inout ImportedIncident) -> [ImportedEvent] {
    let resolved = incident.resolved?.seconds
    return (record.member("changelog", "histories")?.elements ?? []).flatMap { history -> [ImportedEvent] in
      guard let at = history.instant(anyOf: "created"), at.seconds != resolved else { return [] }
      incident.people.note(history.member("author"))
      return (history.member("items")?.elements ?? []).compactMap { item in
        guard item.member("field")?.text == "status", let new = item.member("toString")?.text else { return nil }
        let old = item.member("fromString")?.text.map { " from \($0)" } ?? ""
        return ImportedEvent(at: at, text: "Status changed\(old) to \(new)", system: system)
      }
    }
  }

  /// Plain text, or the words of Atlassian's document format.
  private static func words(_ value: JSONValue?) -> String? {
    if let text = value?.text { return text }
    var words: [String] = []
    func collect(_ value: JSONValue, depth: Int) {
      guard depth < 20 else { return }
      if let text = value.member("text")?.text { words.append(text) }
      for item in value.member("content")?.elements ?? [] { collect(item, depth: depth + 1) }
    }
    if let value { collect(value, depth: 0) }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  private static func ticket(_ record: JSONValue) -> TicketState? {
    guard let key = record.member("key")?.text, let fields = record.member("fields") else { return nil }
    var ticket = TicketState(ticket: key, state: state(fields))
    ticket.url = address(of: key, record)
    ticket.title = fields.member("summary")?.text.map { LineText.line($0) }
    ticket.owner = fields.member("assignee", "displayName")?.text ?? fields.member("assignee", "name")?.text
    ticket.due = fields.member("duedate")?.day
    ticket.closed = ticket.state == .open ? nil : fields.member("resolutiondate")?.day
    return ticket
  }

  private static let refusals = [
    "won't", "wont", "will not", "declined", "duplicate", "cannot reproduce", "rejected", "invalid", "abandoned",
    "cancelled", "canceled", "obsolete", "withdrawn", "not planned", "not a bug", "out of scope",
  ]

  /// By the category of the status, which every workflow has; a resolution that is no fix makes it declined.
  private static func state(_ fields: JSONValue) -> ActionItem.State {
    let status = fields.member("status")
    let category = status?.member("statusCategory")
    let isDone: Bool
    switch category?.member("key")?.text ?? category?.text?.lowercased() {
    case "done": isDone = true
    case "new", "indeterminate": isDone = false
    default:
      guard let name = status?.name?.lowercased() else { return .unknown }
      isDone = ["done", "closed", "resolved", "complete", "completed"].contains(name)
    }
    guard isDone else { return .open }
    let words = [fields.member("resolution")?.name, status?.name].compactMap { $0?.lowercased() }
    return refusals.contains { refusal in words.contains { $0.contains(refusal) } } ? .declined : .done
  }

  /// `https://site/browse/KEY`, from the address of the interface.
  private static func address(of key: String, _ record: JSONValue) -> String? {
    guard let own = record.member("self")?.text, let end = own.firstRange(of: "/rest/") else { return nil }
    return own[..<end.lowerBound] + "/browse/\(key)"
  }
}
