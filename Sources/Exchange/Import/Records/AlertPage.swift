package import PostMortems

/// The page of the response plan that lists the alerts of rule files: what each means and what to do about it.
///
/// The table belongs to the import and is written anew; everything around it is the author's.
package struct AlertPage: Sendable {
  /// Where the page stands in the input.
  package static let file = "plan/alerts.md"

  private static let opening = "<!-- debrief import: alerts, written anew by each import of rules -->"
  private static let closing = "<!-- /debrief import -->"

  package private(set) var alerts: [CataloguedAlert]

  /// Reads the table of a page; none where it has none.
  package init(_ text: String = "") {
    alerts = []
    guard let start = text.firstRange(of: Self.opening),
      let end = text[start.upperBound...].firstRange(of: Self.closing)
    else { return }
    alerts = text[start.upperBound..<end.lowerBound].split(whereSeparator: \.isNewline).compactMap { line in
      let cells = Self.cells(of: line)
      guard cells.count == 4, cells[0].hasPrefix("`"), cells[0].utf8.count > 2 else { return nil }
      return CataloguedAlert(
        name: String(cells[0].dropFirst().dropLast()), severity: cells[1].isEmpty ? nil : cells[1],
        summary: cells[2].isEmpty ? nil : cells[2], runbook: cells[3].isEmpty ? nil : Self.address(cells[3]))
    }
  }

  /// Takes alerts over; a rule that was known by the same name is replaced.
  package mutating func add(_ new: [CataloguedAlert]) {
    for var alert in new {
      alert.name.removeAll { $0 == "`" || $0 == "|" }
      if let place = alerts.firstIndex(where: { $0.name == alert.name }) {
        alerts[place] = alert
      } else {
        alerts.append(alert)
      }
    }
    alerts.sort { $0.name < $1.name }
  }

  /// What to do when an alert fires.
  package func runbook(of alert: String) -> String? { alerts.first { $0.name == alert }?.runbook }

  /// The page with its table renewed, a new one where there is none.
  package func text(updating old: String?) -> String {
    guard let old else {
      return "---\ntitle: Alerts\n---\n\nThe alerts that page somebody, from the rules that define them.\n\n\(table)\n"
    }
    guard let start = old.firstRange(of: Self.opening), let end = old[start.upperBound...].firstRange(of: Self.closing)
    else {
      return old + (old.hasSuffix("\n") ? "" : "\n") + "\n\(table)\n"
    }
    return old.replacingCharacters(in: start.lowerBound..<end.upperBound, with: table)
  }

  private var table: String {
    let rows = alerts.map { alert in
      let runbook = alert.runbook.map { MarkdownWords.link("runbook", $0) } ?? ""
      return
        "| `\(alert.name.filter { $0 != "`" && $0 != "|" })` | \(Self.cell(alert.severity)) | \(Self.cell(alert.summary)) | \(runbook) |"
    }
    return
      ([Self.opening, "", "| Alert | Severity | What it says | What to do |", "| --- | --- | --- | --- |"] + rows + [
        "", Self.closing,
      ])
      .joined(separator: "\n")
  }

  private static func cell(_ text: String?) -> String { text.map { MarkdownWords.line($0) } ?? "" }

  /// The cells of a row, escaped pipes kept.
  private static func cells(of line: Substring) -> [String] {
    guard line.hasPrefix("|") else { return [] }
    var cells = [""]
    var isEscaped = false
    for character in line.dropFirst() {
      if isEscaped {
        cells[cells.count - 1].append(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "|" {
        cells.append("")
      } else {
        cells[cells.count - 1].append(character)
      }
    }
    return cells.dropLast().map { oneLine($0) }
  }

  private static func address(_ link: String) -> String? {
    guard let open = link.firstRange(of: "]("), link.hasSuffix(")") else { return nil }
    return String(link[open.upperBound...].dropLast())
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}

extension IncidentImport {
  /// An alert without the names and secrets of its texts; an address that holds one leads nowhere.
  package static func cleaned(_ alert: CataloguedAlert, settings: Settings) -> CataloguedAlert {
    var redaction = Redaction(people: [:], settings: settings)
    var alert = alert
    func plain(_ text: String?) -> String? { text.map { Person.labelled(redaction.plain($0), [:]) } }
    alert.summary = plain(alert.summary)
    alert.severity = plain(alert.severity)
    if let runbook = alert.runbook, redaction.clean(runbook) != runbook { alert.runbook = nil }
    return alert
  }

  /// A ticket without the names and secrets of its title.
  package static func cleaned(_ ticket: TicketState, settings: Settings) -> TicketState {
    var redaction = Redaction(people: [:], settings: settings)
    var ticket = ticket
    ticket.title = ticket.title.map { Person.labelled(redaction.plain($0), [:]) }
    return ticket
  }
}
