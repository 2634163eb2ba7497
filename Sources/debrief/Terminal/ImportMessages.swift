internal import Exchange
internal import Pipeline
internal import PostMortems

/// What an import tells the person who ran it.
enum ImportMessages {
  static func text(_ problem: ImportProblem) -> String {
    let level = problem.isFailure ? "error" : "warning"
    return problem.path.isEmpty
      ? "debrief: \(level): \(problem.message)" : "\(problem.path): \(level): \(problem.message)"
  }

  static func text(_ draft: ImportReport.Draft, isDryRun: Bool, includesChatter: Bool) -> String {
    let lines = [headline(draft, isDryRun: isDryRun, includesChatter: includesChatter)] + masked(draft)
    guard isDryRun else { return lines.joined(separator: "\n") }
    switch draft.outcome.state {
    case .created: return lines.joined(separator: "\n") + "\n\n" + draft.outcome.text
    case .updated: return lines.joined(separator: "\n") + "\n\n" + draft.difference
    case .unchanged, .published: return lines.joined(separator: "\n")
    }
  }

  private static func headline(_ draft: ImportReport.Draft, isDryRun: Bool, includesChatter: Bool) -> String {
    let incident = draft.outcome.incident
    let systems = incident.sources.map(\.system).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    let rows = count(incident.rows.count { includesChatter || !$0.isChatter }, "row")
    switch draft.outcome.state {
    case .created:
      let verb = isDryRun ? "would create" : "created"
      return "\(verb) \(draft.file): \(incident.title) (\(rows) from \(systems.joined(separator: ", ")))"
    case .updated: return "\(isDryRun ? "would update" : "updated") \(draft.file): \(changes(draft.outcome))"
    case .unchanged: return "unchanged \(draft.file): nothing new in the exports"
    case .published: return "left alone \(draft.file): it is published; only drafts and reviews are added to"
    }
  }

  private static func changes(_ outcome: IncidentImport.Outcome) -> String {
    var changes: [String] = []
    if outcome.addedRows > 0 { changes.append("\(count(outcome.addedRows, "row")) added") }
    if outcome.addedActions > 0 { changes.append("\(count(outcome.addedActions, "action item")) added") }
    if !outcome.filled.isEmpty { changes.append("\(outcome.filled.joined(separator: ", ")) filled in") }
    return changes.isEmpty ? "noted its further sources" : changes.joined(separator: ", ")
  }

  private static func masked(_ draft: ImportReport.Draft) -> [String] {
    draft.outcome.incident.masked.map { "  took out \($0): revoke it, it is still in the export" }
  }

  private static func count(_ number: Int, _ word: String) -> String { "\(number) \(word)\(number == 1 ? "" : "s")" }

  /// What to do now.
  static func next(_ report: ImportReport, isDryRun: Bool) -> String? {
    let new = report.drafts.filter { $0.outcome.state == .created || $0.outcome.state == .updated }
    guard !new.isEmpty else { return nil }
    if isDryRun { return "nothing was written" }
    let files = new.prefix(3).map(\.file).joined(separator: " ") + (new.count > 3 ? " …" : "")
    return "next: write what is marked TODO; 'debrief check \(files)' lists it"
  }
}
