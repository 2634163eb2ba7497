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
    var text = MarkdownWords.line(row.text)
    // A number behind the time would read as the end of a range.
    if text.utf8.first?.isASCIINumber == true || text.hasPrefix("~") { text = "Note: " + text }
    let origins = row.origins.map { origin in
      origin.url.map { MarkdownWords.link(origin.system.title, $0) } ?? origin.system.title
    }
    return (marker.map { "**\($0):** " } ?? "") + text + " (\(origins.joined(separator: ", ")))"
  }

  static func time(_ at: Instant) -> String {
    guard at.precision != .day else { return at.day.iso }
    let seconds = at.precision == .second ? ":" + twoDigits(at.seconds - floorDivide(at.seconds, 60) * 60) : ""
    return "\(at.day.iso) \(at.clock)\(seconds) UTC"
  }

  private static func twoDigits(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// What a row is in the incident's course: the first one of a phase.
  static func marker(of row: ImportedRow, in incident: MergedIncident) -> String? {
    func isFirst(at instant: Instant?) -> Bool {
      instant?.seconds == row.at.seconds
        && incident.rows.first { $0.at.seconds == row.at.seconds && !$0.isChatter } == row
    }
    if isFirst(at: incident.detected) { return "Detection" }
    if isFirst(at: incident.mitigated) { return "Mitigation" }
    if isFirst(at: incident.resolved) { return "Resolution" }
    return nil
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

  static func mark(of action: ImportedAction) -> String { ShortHash.of("action \(action.ticket ?? action.text)") }

  static func mark(of evidence: String) -> String { ShortHash.of("evidence \(evidence)") }

  /// The marks of all that a draft of an incident holds.
  static func marks(of incident: MergedIncident, includesChatter: Bool) -> [String] {
    incident.rows.filter { includesChatter || !$0.isChatter }.flatMap(\.marks)
      + incident.phases.compactMap { phase in phase.at.map { _ in mark(phase: phase.key) } }
      + incident.actions.map { mark(of: $0) } + incident.evidence.map { mark(of: $0) }
  }
}
