import Diagnostics
import Markdown

/// What a column of an action-item table holds, by its heading.
enum ActionColumn: Hashable {
  case action, owner, due, done, state, ticket, type, strength, addresses, doneWhen, ignored
  /// A number or a key, whichever the cells hold.
  case identifier
  /// `By`: who, or when.
  case by

  static func named(_ title: String) -> ActionColumn? {
    var name = title.lowercased()
    while let last = name.last, ":?. *".contains(last) { name.removeLast() }
    if let column = titles[name] { return column }
    let words = name.split { !$0.isLetter && $0 != "#" }.map(String.init)
    guard (1...4).contains(words.count) else { return nil }
    return telling.first { !$0.words.isDisjoint(with: words) }?.column
  }

  /// Words that tell what a column holds whatever stands beside them: `Action owner`, `RAG / progress`.
  private static let telling: [(column: ActionColumn, words: Set<String>)] = [
    (
      .owner,
      [
        "owner", "owners", "assignee", "responsible", "accountable", "whom", "dri", "verantwortlich", "verantwortung",
        "zuständig", "zuständigkeit", "responsable", "responsabile", "responsável", "verantwoordelijke", "eigenaar",
        "actiehouder", "pilote", "porteur", "asignado", "encargado", "incaricato", "ansvarig",
      ]
    ),
    (
      .due, ["due", "deadline", "eta", "target", "frist", "termin", "fällig", "échéance", "plazo", "prazo", "scadenza"]
    ),
    (.state, ["status", "state", "progress", "rag", "outcome", "statut", "estado", "stato", "voortgang", "état"]),
    (.ticket, ["ticket", "jira", "issue", "bug", "tracker", "tracking", "exported"]),
    (.identifier, ["ref", "key", "id", "nr", "no", "#", "reference"]),
    (.ignored, ["priority", "prio", "priorität", "effort", "notes", "comments"]),
  ]

  private static let titles: [String: ActionColumn] = {
    var titles: [String: ActionColumn] = [:]
    for (column, names) in byColumn {
      for name in names { titles[name] = column }
    }
    return titles
  }()

  private static let byColumn: [ActionColumn: [String]] = [
    .owner: [
      "owner", "owners", "assignee", "assignees", "assigned to", "assigned", "who", "responsible", "person", "dri",
      "owned by", "owner/team", "verantwortlich", "verantwortliche", "zuständig", "wer", "responsable", "qui",
      "verantwoordelijke", "quien", "dueño", "owner(s)", "poc", "lead", "team", "accountable", "by whom",
      "action owner", "responsible person",
      "responsible team",
    ],
    .due: [
      "due", "due date", "deadline", "expected date", "eta", "target", "target date", "by when", "when", "date",
      "expected completion", "expected completion date", "due by", "fällig", "frist", "termin", "bis wann", "échéance",
      "date limite", "fecha límite", "plazo", "vervaldatum", "timeline", "timeframe",
    ],
    .done: ["done", "completed", "completion date", "closed", "date completed", "done?", "completed on", "done on"],
    .state: [
      "status", "state", "progress", "current status", "outcome", "rag", "resolution", "stand", "statut", "état",
      "etat", "estado",
    ],
    .ticket: [
      "ticket", "tickets", "issue", "issues", "link", "links", "pr", "prs", "jira", "bug", "tracking", "tracker",
      "tracking issue", "url", "issue/pr", "github issue", "jira ticket", "ticket/pr", "pull request",
      "issue link", "ticket link", "tracking bug",
    ],
    .type: ["type", "kind", "category", "class", "action type"],
    .strength: ["strength"],
    .addresses: ["addresses", "cause", "causes", "root cause", "root causes"],
    .doneWhen: [
      "done when", "measure", "success criteria", "acceptance criteria", "definition of done", "exit criteria",
    ],
    .identifier: ["#", "no", "no.", "nr", "id", "ref", "ref.", "key", "number", "item #", "action #", "action id"],
    .by: ["by"],
    .ignored: ["priority", "prio", "notes", "comment", "comments", "remarks", "effort"],
  ]

  /// The headings of the words themselves, the clearest first.
  static let actionTitles = [
    "action item", "action items", "action", "actions", "task", "tasks", "follow-up", "follow up", "follow-up action",
    "corrective action", "preventive action", "action required", "remediation", "improvement", "what", "description",
    "item", "todo", "to do", "recommendation", "measure", "title", "summary", "details", "maßnahme", "maßnahmen",
    "aufgabe", "mesure", "tâche", "acción", "acciones", "tarea", "actie", "actiepunt", "maatregel", "ação", "ações",
    "azione", "azioni", "medida", "misura", "åtgärd",
  ]
}

/// Reads one table of action items: a header row names its columns, in any order.
struct ActionTable {
  let document: Document
  private(set) var items: [ActionItem] = []
  private(set) var findings: [Finding] = []

  private let dateOrder: DateOrder?

  init(_ document: Document, table: Int, group: ActionGroup, dateOrder: DateOrder? = nil) {
    self.document = document
    self.dateOrder = dateOrder
    let rows = Array(document.children(of: table))
    guard let header = rows.first else { return }
    let columns = Self.columns(of: header, in: document)
    guard columns.contains(.action) else { return }
    for row in rows.dropFirst() { read(row, columns, group) }
  }

  /// Whether a table's heading names an action and who or when it falls to.
  static func isOfTasks(_ document: Document, table: Int) -> Bool {
    guard let header = document.children(of: table).first else { return false }
    let columns = columns(of: header, in: document)
    return columns.contains(.action) && (columns.contains(.owner) || columns.contains(.due))
  }

  /// One column each; the action's is the one with the clearest heading, or else the first without any known one.
  private static func columns(of header: Int, in document: Document) -> [ActionColumn?] {
    let titles = document.children(of: header).map { document.plainText(of: $0) }
    var columns = titles.map { ActionColumn.named($0) }
    let names = titles.map { $0.lowercased().filter { !":?.*".contains($0) } }
    for title in ActionColumn.actionTitles {
      if let index = names.firstIndex(of: title) {
        columns[index] = .action
        return columns
      }
    }
    guard columns.contains(where: { $0 != nil && $0 != .ignored }), let index = columns.firstIndex(of: nil) else {
      return columns
    }
    columns[index] = .action
    return columns
  }

  private mutating func read(_ row: Int, _ columns: [ActionColumn?], _ group: ActionGroup) {
    let cells = Array(document.children(of: row))
    guard let index = columns.firstIndex(of: .action), index < cells.count else { return }
    let content = cells[index] + 1..<document.nodes[cells[index]].end
    var reading = ItemReading(ItemWords(document, content))
    let fields = values(of: cells, columns)
    reading.values = fields.values
    reading.read()
    let text = reading.text
    guard !ActionVocabulary.promisesNothing(text) else { return }
    reading.values.complete(with: group.values)
    findings += fields.findings + reading.findings
    items.append(reading.values.item(text: text, span: document.nodes[row].span, content: content))
  }

  /// What the other cells of a row say.
  private func values(of cells: [Int], _ columns: [ActionColumn?]) -> (values: ItemValues, findings: [Finding]) {
    var values = ItemValues()
    var findings: [Finding] = []
    for (cell, column) in zip(cells, columns) {
      guard let column, column != .action, column != .ignored else { continue }
      var reading = ItemReading(ItemWords(document, cell + 1..<document.nodes[cell].end))
      guard !reading.isEmpty else { continue }
      reading.dateOrder = dateOrder
      reading.readCell(column)
      values.complete(with: reading.values)
      if column != .type { findings += reading.findings }
    }
    return (values, findings)
  }
}

extension ItemReading {
  /// Takes a whole cell as the value of its column.
  mutating func readCell(_ column: ActionColumn) {
    let range = head..<tail
    switch column {
    case .owner: apply(.owner, range)
    case .due: apply(.due, range)
    case .done: readDoneCell(range)
    case .state: readState(words.string(range), range)
    case .ticket:
      if readState(endingAt: tail) || readGroup(endingAt: tail) { trim() }
      if (head..<tail).contains(where: { bytes[$0].isWordByte }) { apply(.ticket, head..<tail) }
    case .type: apply(.type, range)
    case .strength: apply(.strength, range)
    case .addresses: apply(.addresses, range)
    case .doneWhen: apply(.doneWhen, range)
    case .identifier:
      let isKey = TicketReferences.reference(in: bytes, at: head, to: tail) == range
      if isKey || words.links.contains(where: { TicketReferences.isTracker($0.destination) }) { apply(.ticket, range) }
    case .by:
      apply(DueDates.first(in: bytes[range]) == nil ? .owner : .due, range)
    case .action, .ignored: break
    }
  }

  /// A day, or a mark; a cross under this heading means that it is not done yet.
  private mutating func readDoneCell(_ range: Range<Int>) {
    let text = words.string(range)
    guard DueDates.first(in: bytes[range]) == nil else { return apply(.done, range) }
    switch ActionStateWords.state(of: text) {
    case .declined?, .open?: say(.open, at: range)
    case .some(let state): say(state, at: range)
    case nil: break
    }
  }
}
