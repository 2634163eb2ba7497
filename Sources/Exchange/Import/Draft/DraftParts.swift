internal import PostMortems

/// The lines of a draft that imports write, new and into drafts that are there.
enum DraftParts {
  /// `- 2026-01-19 12:00:05 UTC — Alert X firing ([Alertmanager](https://…), PagerDuty)`.
  static func row(_ row: ImportedRow, marker: String? = nil) -> String {
    "- \(time(row.at)) — \(words(row, marker))"
  }

  /// The same as a row of a table whose first two columns are time and event.
  static func tableRow(_ row: ImportedRow) -> String { "| \(time(row.at)) | \(words(row, nil)) |" }

  private static func words(_ row: ImportedRow, _ marker: String?) -> String {
    (marker.map { "**\($0):** " } ?? "") + words(row) + " (\(origins(row).joined(separator: ", ")))"
  }

  /// What a row tells, as markdown.
  static func words(_ row: ImportedRow) -> String {
    let text = MarkdownWords.line(row.text)
    // A number behind the time would read as the end of a range.
    return text.utf8.first?.isASCIINumber == true || text.hasPrefix("~") ? "Note: " + text : text
  }

  /// The systems that tell a row, each with the address under which it does.
  static func origins(_ row: ImportedRow) -> [String] {
    row.origins.map { origin in origin.url.map { MarkdownWords.link(origin.system.title, $0) } ?? origin.system.title }
  }

  static func time(_ at: Instant) -> String {
    guard at.precision != .day else { return at.day.iso }
    let seconds = at.precision == .second ? ":" + twoDigits(at.seconds - floorDivide(at.seconds, 60) * 60) : ""
    return "\(at.day.iso) \(at.clock)\(seconds) UTC"
  }

  private static func twoDigits(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// What rows are in the incident's course, by their place: the first one of a phase.
  static func markers(of incident: MergedIncident) -> [Int: String] {
    var firsts: [Int64: Int] = [:]
    for (index, row) in incident.rows.enumerated() where !row.isChatter && firsts[row.at.seconds] == nil {
      firsts[row.at.seconds] = index
    }
    var markers: [Int: String] = [:]
    let phases = [
      (incident.resolved, "Resolution"), (incident.mitigated, "Mitigation"), (incident.detected, "Detection"),
    ]
    for (at, marker) in phases { if let at, let index = firsts[at.seconds] { markers[index] = marker } }
    return markers
  }

  /// `- [x] Text (owner: responder 1, done: 2026-01-20, ticket: EDGE-4112)`.
  static func action(_ action: ImportedAction) -> String {
    var details: [String] = []
    if let owner = action.owner, !owner.isEmpty { details.append("owner: \(MarkdownWords.line(owner))") }
    if let due = action.due { details.append("due: \(due.iso)") }
    if let done = action.done, action.state == .done { details.append("done: \(done.iso)") }
    if let ticket = action.ticket { details.append("ticket: \(oneLine(ticket))") }
    if action.state == .declined { details.append("declined: so says the tracker") }
    if action.state == .superseded { details.append("superseded: so says the tracker") }
    let box = action.state == .done ? "x" : action.state == .declined || action.state == .superseded ? "-" : " "
    return "- [\(box)] \(MarkdownWords.line(action.text))"
      + (details.isEmpty ? "" : " (\(details.joined(separator: ", ")))")
  }

  // MARK: Marks

  /// Whatever its value: once an export told a phase, it is the author's.
  static func mark(phase: String) -> String { ShortHash.of("phase \(phase)") }

  /// Of a field that not every draft has: removed by its author, it stays away.
  static func mark(field: String) -> String { ShortHash.of("field \(field)") }

  static func mark(of action: ImportedAction) -> String { ShortHash.of("action \(action.ticket ?? action.text)") }

  static func mark(of evidence: String) -> String { ShortHash.of("evidence \(evidence)") }

  /// The marks of all that a draft of an incident holds.
  static func marks(of incident: MergedIncident, includesChatter: Bool) -> [String] {
    incident.rows.filter { includesChatter || !$0.isChatter }.flatMap(\.marks)
      + incident.phases.compactMap { phase in phase.at.map { _ in mark(phase: phase.key) } }
      + (incident.detection == nil ? [] : [mark(field: "detection")])
      + (incident.links.isEmpty ? [] : [mark(field: "links")])
      + incident.actions.map { mark(of: $0) } + incident.evidence.map { mark(of: $0) }
  }
}
