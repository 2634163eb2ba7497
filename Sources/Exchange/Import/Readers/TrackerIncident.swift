internal import Diagnostics
internal import PostMortems

/// Issues of trackers that tell of an incident, which become drafts where the user names the tracker.
enum TrackerIncident {
  private static let words: Set<String> = [
    "incident", "incidents", "outage", "outages", "production-incident", "major-incident", "service-incident",
    "security-incident", "system-incident", "sev", "sev0", "sev1", "sev2", "sev3", "sev-0", "sev-1", "sev-2", "sev-3",
    "post-mortem", "postmortem",
  ]

  /// Whether a label or a type such as `type: incident` or `[System] Incident` says so.
  static func isMark(_ label: String) -> Bool {
    let last = label.split { $0 == ":" || $0 == "/" }.last.map(String.init) ?? label
    return words.contains(Slug.make(last)) || words.contains(Slug.make(label))
  }

  /// Makes drafts of those that are marked; of a single one that is not, since the user asked for it.
  static func add(
    _ issues: [(part: ImportedIncident, isMarked: Bool)], of system: SourceSystem, path: String,
    to yield: inout ImportYield
  ) {
    let marked = issues.filter(\.isMarked)
    guard yield.named == system else {
      guard !marked.isEmpty else { return }
      let count = marked.count == 1 ? "1 issue is" : "\(marked.count) issues are"
      let message = "\(count) marked as an incident; '--from \(system.rawValue)' makes a draft of each"
      return yield.problems.append(ImportProblem(path: path, message: message))
    }
    if marked.isEmpty, issues.count > 1 {
      let message =
        "none of \(issues.count) issues is marked as an incident; their states were taken and no draft is made"
      yield.problems.append(ImportProblem(path: path, message: message))
    }
    yield.incidents += (marked.isEmpty && issues.count == 1 ? issues : marked).map(\.part)
  }

  /// A row for a comment, its author before it.
  static func comment(_ text: String?, by author: String?, at: Instant?, of system: SourceSystem) -> ImportedEvent? {
    guard let at, let text else { return nil }
    let row = Evidence.row(MarkdownText.plain(text))
    return row.isEmpty ? nil : ImportedEvent(at: at, text: (author.map { "\($0): " } ?? "") + row, system: system)
  }
}
