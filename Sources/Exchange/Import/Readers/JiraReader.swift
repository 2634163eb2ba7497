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
    let resolution = fields.member("resolution")?.name?.lowercased() ?? ""
    let refusals = ["won't", "wont", "will not", "declined", "duplicate", "cannot reproduce", "rejected", "invalid"]
    return refusals.contains { resolution.contains($0) } ? .declined : .done
  }

  /// `https://site/browse/KEY`, from the address of the interface.
  private static func address(of key: String, _ record: JSONValue) -> String? {
    guard let own = record.member("self")?.text, let end = own.firstRange(of: "/rest/") else { return nil }
    return own[..<end.lowerBound] + "/browse/\(key)"
  }
}
