internal import Diagnostics

/// Reads one system's exports; one type a form, so that a form can be found by its name.
protocol ExportReader: Sendable {
  static var system: SourceSystem { get }

  /// Whether a file is of this form, by its content alone.
  static func recognises(_ export: Export) -> Bool

  /// What the file tells; what is missing or of another type is passed over, and never ends the reading.
  static func read(_ export: Export, into yield: inout ImportYield)
}

/// What files of exports gave, before parts of one incident are put together.
package struct ImportYield: Sendable {
  package var incidents: [ImportedIncident] = []
  package var alerts: [CataloguedAlert] = []
  package var experiments: [ImportedExperiment] = []
  package var tickets: [TicketState] = []
  /// Rows that belong to an incident of another file: chat, annotations, log lines, notes.
  package var looseEvents: [ImportedEvent] = []
  /// Follow-ups whose incident is in another file or unknown.
  package var looseActions: [ImportedAction] = []
  /// Tracebacks and error lines whose incident is in another file or unknown.
  package var looseEvidence: [String] = []
  /// Names of people met in the loose rows, with the role that takes their place.
  package var people: [String: String] = [:]
  /// The names by which one person goes, a list a person: the id, the full name and the display name of a chat.
  package var identities: [[String]] = []
  /// The system that the user named, who wants what its exports hold at most: drafts of issues, not only their states.
  package var named: SourceSystem?
  /// What could not be read, in whole or in part, and what to do about it.
  package var problems: [ImportProblem] = []

  package init() {}
}

/// Why a file, or a part of it, gave nothing.
package struct ImportProblem: Hashable, Sendable {
  /// Empty where no single file is meant.
  package let path: String
  package let message: String
  /// Whether a whole file gave nothing; otherwise the rest of it was read.
  package let isFailure: Bool

  package init(path: String, message: String, isFailure: Bool = false) {
    self.path = path
    self.message = message
    self.isFailure = isFailure
  }
}
