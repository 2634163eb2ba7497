package import Diagnostics

/// What trackers said of tickets on a day: the content of `actions-state.json`.
package struct TrackedTickets: Sendable, Equatable {
  /// One ticket as its tracker had it.
  package struct Ticket: Hashable, Sendable {
    /// As post-mortems write it: `EDGE-4112`, `#123`.
    package var ticket: String
    package var url: String?
    package var title: String?
    package var state: ActionItem.State
    package var owner: String?
    package var due: Day?
    package var closed: Day?

    package init(ticket: String, state: ActionItem.State) {
      self.ticket = ticket
      self.state = state
    }
  }

  /// The name of the file in the input folder.
  package static let fileName = "actions-state.json"

  /// The day on which the states were taken.
  package var asOf: Day?
  package private(set) var tickets: [Ticket]
  /// Positions by key and by address; a key that two repositories use stands for neither.
  private var places: [String: Int?] = [:]
  /// Positions by key and address together, which are one ticket's.
  private var own: [String: Int] = [:]

  package init(asOf: Day? = nil, tickets: [Ticket] = []) {
    self.asOf = asOf
    self.tickets = []
    for ticket in tickets { add(ticket) }
  }

  /// Puts a ticket in, in the place of what was known of it.
  package mutating func add(_ ticket: Ticket) {
    let identity = "\(ticket.ticket) \(ticket.url ?? "")"
    if let place = own[identity] {
      tickets[place] = ticket
      return
    }
    let place = tickets.count
    own[identity] = place
    tickets.append(ticket)
    for name in Self.names(of: ticket) {
      if places[name] != nil { places.updateValue(nil, forKey: name) } else { places[name] = place }
    }
  }

  package subscript(name: String) -> Ticket? {
    places[Self.folded(name)].flatMap { $0 }.map { tickets[$0] }
  }

  /// Only the tickets that some of the names may mean, those included that share a name and so stand for neither.
  package func restricted(to names: some Sequence<String>) -> TrackedTickets {
    let wanted = Set(names.map(Self.folded))
    return TrackedTickets(asOf: asOf, tickets: tickets.filter { !wanted.isDisjoint(with: Self.names(of: $0)) })
  }

  /// The key, the address, and `owner/repository#123` where the address tells it.
  private static func names(of ticket: Ticket) -> Set<String> {
    var names: Set<String> = [folded(ticket.ticket)]
    guard let url = ticket.url else { return names }
    names.insert(folded(url))
    let parts = url.split(separator: "/")
    if parts.count >= 4, let number = parts.last, ["issues", "pull"].contains(parts[parts.count - 2]) {
      names.insert(folded("\(parts[parts.count - 4])/\(parts[parts.count - 3])#\(number)"))
    }
    return names
  }

  private static func folded(_ name: String) -> String {
    var name = name.lowercased()
    while name.hasSuffix("/") { name.removeLast() }
    return name
  }
}

// MARK: - The file

extension TrackedTickets {
  /// Reads the file; nil where it is not of this form.
  package init?(json: JSONValue) {
    guard let list = json["tickets"]?.items else { return nil }
    func day(_ value: JSONValue?) -> Day? { value?.string.flatMap { Day(iso: $0) } }
    self.init(
      asOf: day(json["as_of"]),
      tickets: list.compactMap { value in
        guard let name = value["ticket"]?.string,
          let state = value["state"]?.string.flatMap({ ActionItem.State(rawValue: $0) })
        else { return nil }
        var ticket = Ticket(ticket: name, state: state)
        ticket.url = value["url"]?.string
        ticket.title = value["title"]?.string
        ticket.owner = value["owner"]?.string
        ticket.due = day(value["due"])
        ticket.closed = day(value["closed"])
        return ticket
      })
  }

  /// The tickets by their names, so that the same states are the same file.
  package var json: JSONValue {
    .object([
      "as_of": .optional(asOf?.iso),
      "tickets": .array(
        tickets.sorted { ($0.ticket, $0.url ?? "") < ($1.ticket, $1.url ?? "") }.map { ticket in
          .object([
            "ticket": .string(ticket.ticket), "url": .optional(ticket.url), "title": .optional(ticket.title),
            "state": .string(ticket.state.rawValue), "owner": .optional(ticket.owner),
            "due": .optional(ticket.due?.iso), "closed": .optional(ticket.closed?.iso),
          ])
        }),
    ])
  }
}

// MARK: - Action items

extension TrackedTickets {
  /// The item with what its ticket's tracker knows and the document leaves open; a state that the author settled stays.
  package func applied(to item: ActionItem) -> ActionItem {
    guard let name = item.ticket, let ticket = self[name.value] else { return item }
    var item = item
    if item.state == .open || item.state == .unknown {
      item.state = ticket.state == .unknown ? item.state : ticket.state
      if item.state == .done, item.done == nil { item.done = ticket.closed.map { Located($0, at: name.span) } }
    }
    if item.owner == nil { item.owner = ticket.owner.map { Located($0, at: name.span) } }
    if item.due == nil { item.due = ticket.due.map { Located($0, at: name.span) } }
    return item
  }

  /// The draft with the states of its tickets; the same one where no item has a known ticket.
  package func applied(to draft: PostMortemDraft) -> PostMortemDraft {
    let items = draft.actionItems.map(applied(to:))
    guard items != draft.actionItems else { return draft }
    return PostMortemDraft(
      document: draft.document, fields: draft.fields, sections: draft.sections, timeline: draft.timeline,
      actionItems: items, actionItemsRest: draft.actionItemsRest, signatures: draft.signatures, title: draft.title,
      id: draft.id, dates: draft.dates, start: draft.start.map { ($0, draft.startConfidence) }, findings: draft.findings
    )
  }
}
