internal import PostMortems

/// Writes a merged incident as a draft: what the exports tell is in its place, and what only people know is asked for.
struct DraftText {
  private let incident: MergedIncident
  private let settings: Settings
  private var marks = ImportMarks()
  private let includesChatter: Bool

  /// `known` are the labels of people that an earlier import gave.
  init(_ incident: MergedIncident, settings: Settings, includesChatter: Bool) {
    let (labelled, labels) = incident.labelled()
    self.incident = labelled
    self.settings = settings
    self.includesChatter = includesChatter
    marks.add(labels.record)
    marks.add(DraftParts.marks(of: labelled, includesChatter: includesChatter))
    for line in DraftFrontMatter(labelled, settings: settings).renewable { marks.own(line.line) }
    for line in rows { marks.own(line) }
  }

  var text: String {
    var sections = [
      DraftFrontMatter(incident, settings: settings).text, quoted("Summary", incident.summaries, Self.summaryTask),
      quoted("Impact", incident.impacts, Self.impactTask), timeline, asked("Root cause", Self.causeTask),
    ]
    sections += extraSections
    sections += [asked("Lessons learned", Self.lessonsTask), actionItems, evidence, notes].compactMap { $0 }
    return sections.joined(separator: "\n\n") + "\n"
  }

  private static let summaryTask =
    "in two or three sentences, what failed for whom, from when to when, why, and what ended it."
  private static let impactTask = "who could not do what, and how many; say when the harm began and when it stopped."
  private static let causeTask = "the conditions without which this would not have happened."
  private static let lessonsTask = "what went well, what went wrong, and where luck helped."
  private static let actionsTask =
    "What will make this impossible, rarer or easier to see? Each with an owner and a date."

  private func asked(_ heading: String, _ task: String) -> String { "## \(heading)\n\nTODO: \(task)" }

  private func quoted(_ heading: String, _ texts: [(system: SourceSystem, text: String)], _ task: String) -> String {
    let quotations = texts.map { "\($0.system.title) says:\n\n\(MarkdownWords.quotation($0.text))\n\n" }.joined()
    return "## \(heading)\n\n\(quotations)TODO: \(task)"
  }

  /// The sections that the settings require of this severity and kind, beside those that every draft has.
  private var extraSections: [String] {
    let required = settings.sections.required(
      severity: incident.scaleSeverity(settings), kind: incident.isDrill ? "drill" : "incident")
    let given: [SectionRole] = [.summary, .impact, .timeline, .rootCause, .lessonsLearned, .actionItems]
    return required.filter { !given.contains($0) }.map { asked($0.title, "write this section.") }
  }

  private var rows: [String] {
    let markers = DraftParts.markers(of: incident)
    return incident.rows.enumerated().filter { includesChatter || !$0.element.isChatter }.map { index, row in
      DraftParts.row(row, marker: markers[index])
    }
  }

  private var timeline: String {
    let lines = rows
    let body = lines.isEmpty ? "TODO: what happened when; the exports hold no moments." : lines.joined(separator: "\n")
    return "## Timeline\n\nAll times in UTC.\n\n\(body)\n\n\(marks.comment)"
  }

  private var actionItems: String {
    guard !incident.actions.isEmpty else { return "## Action items\n\n<!-- \(Self.actionsTask) -->" }
    return "## Action items\n\n" + incident.actions.map(DraftParts.action).joined(separator: "\n")
  }

  private var evidence: String? {
    incident.evidence.isEmpty
      ? nil : "## Evidence\n\n" + incident.evidence.map(MarkdownWords.code).joined(separator: "\n\n")
  }

  private var notes: String? {
    incident.notes.isEmpty
      ? nil
      : "## Notes on the import\n\n" + incident.notes.map { "- \(MarkdownWords.line($0))" }.joined(separator: "\n")
  }
}

extension MergedIncident {
  /// The severity, where the settings' scale has exactly that word.
  func scaleSeverity(_ settings: Settings) -> String? {
    severity.flatMap { settings.rank(of: $0) == nil ? nil : $0 }
  }
}
