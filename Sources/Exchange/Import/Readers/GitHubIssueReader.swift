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
  }

  private static func ticket(_ record: JSONValue) -> TicketState? {
    guard let number = record.member("number")?.whole else { return nil }
    var ticket = TicketState(ticket: "#\(number)", state: state(record))
    ticket.url = record.text(anyOf: "html_url", "url")
    ticket.title = record.member("title")?.text.map { LineText.line($0) }
    let assignee = record.member("assignee") ?? record.member("assignees")?.elements.first
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
