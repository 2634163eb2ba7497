internal import Diagnostics
internal import PostMortems

/// GitHub's issues: REST, searches, webhooks and `gh issue list --json`.
enum GitHubIssueReader: ExportReader {
  static let system = SourceSystem.github

  static func recognises(_ export: Export) -> Bool { !records(of: export).isEmpty }

  private static func records(of export: Export) -> [JSONValue] {
    export.records(under: ["items", "issue", "issues", "nodes", "data", "repository"]) { record in
      guard record.member("number")?.whole != nil, !record.has("sys_id"),
        record.has(anyOf: ["title", "state", "closed"])
      else { return false }
      if record.has(anyOf: ["repository_url", "stateReason", "state_reason", "closedAt", "closed"]) { return true }
      let state = record.member("state")?.text?.uppercased()
      return ["OPEN", "CLOSED", "MERGED"].contains(state) && record.has(anyOf: ["html_url", "url", "title"])
    }
  }

  static func read(_ export: Export, into yield: inout ImportYield) {
    yield.tickets += records(of: export).compactMap(ticket)
    for record in records(of: export) {
      for user in [record.member("assignee"), record.member("user")] {
        yield.people.note(person: user?.member("name")?.text)
      }
    }
    let issues = records(of: export).compactMap { record in incident(record).map { ($0, isMarked(record)) } }
    TrackerIncident.add(issues, of: system, path: export.path, to: &yield)
  }

  private static func isMarked(_ record: JSONValue) -> Bool {
    ((record.member("labels", "nodes") ?? record.member("labels"))?.names ?? []).contains(
      where: TrackerIncident.isMark)
      || record.member("type")?.name.map(TrackerIncident.isMark) == true
  }

  /// The issue as an incident; when it was closed is no resolution, which only people know.
  private static func incident(_ record: JSONValue) -> ImportedIncident? {
    guard let number = record.member("number")?.whole else { return nil }
    let url = record.text(anyOf: "html_url", "url")
    let parts = (url ?? "").split(separator: "/")
    let repository = parts.count >= 4 ? "\(parts[parts.count - 4])/\(parts[parts.count - 3])" : ""
    var incident = ImportedIncident(system: system, id: "\(repository)#\(number)", title: record.member("title")?.text)
    incident.url = url
    incident.summary = record.member("body")?.text.map { MarkdownText.plain($0) }
    incident.evidence = record.member("body")?.text.map { Evidence.tracebacks(in: $0) } ?? []
    for label in record.member("labels")?.names ?? [] where !TrackerIncident.isMark(label) { incident.addLabel(label) }
    let moments = [
      ("Issue opened", record.instant(anyOf: "created_at", "createdAt")),
      ("Issue closed", record.instant(anyOf: "closed_at", "closedAt")),
    ]
    incident.events = moments.compactMap { text, at in
      at.map { ImportedEvent(at: $0, text: text, system: system, url: url) }
    }
    for user in [record.member("user"), record.member("author"), record.member("assignee")] { note(user, &incident) }
    for user in record.member("assignees")?.elements ?? [] { note(user, &incident) }
    for comment in record.member("comments")?.elements ?? [] {
      let author = comment.member("author") ?? comment.member("user")
      note(author, &incident)
      let event = TrackerIncident.comment(
        comment.member("body")?.text, by: author?.member("login")?.text,
        at: comment.instant(anyOf: "created_at", "createdAt"), of: system)
      if let event { incident.events.append(event) }
    }
    return incident
  }

  private static func note(_ user: JSONValue?, _ incident: inout ImportedIncident) {
    incident.people.note(person: user?.member("login")?.text)
    incident.people.note(person: user?.member("name")?.text)
  }

  private static func ticket(_ record: JSONValue) -> TicketState? {
    guard let number = record.member("number")?.whole else { return nil }
    var ticket = TicketState(ticket: "#\(number)", state: state(record))
    ticket.url = record.text(anyOf: "html_url", "url")
    ticket.title = record.member("title")?.text.map { LineText.line($0) }
    // GraphQL puts lists into `nodes`.
    let assignees = record.member("assignees", "nodes") ?? record.member("assignees")
    let assignee = record.member("assignee") ?? assignees?.elements.first
    ticket.owner = assignee?.member("login")?.text
    let milestone = record.member("milestone")
    ticket.due = (milestone?.member("due_on") ?? milestone?.member("dueOn"))?.day
    ticket.closed = ticket.state == .open ? nil : (record.member("closed_at") ?? record.member("closedAt"))?.day
    return ticket
  }

  private static func state(_ record: JSONValue) -> ActionItem.State {
    let reason = record.text(anyOf: "state_reason", "stateReason")?.lowercased()
    if reason == "not_planned" || reason == "duplicate" { return .declined }
    switch record.member("state")?.text?.lowercased() {
    case "open": return .open
    case "closed", "merged": return .done
    default: break
    }
    guard let isClosed = record.member("closed")?.flag else {
      return (record.member("closedAt") ?? record.member("closed_at"))?.instant == nil ? .unknown : .done
    }
    return isClosed ? .done : .open
  }
}
