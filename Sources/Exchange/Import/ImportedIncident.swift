package import PostMortems

/// An incident as one export tells it; everything that the export does not say stays nil, for nothing is invented.
package struct ImportedIncident: Sendable {
  package var system: SourceSystem
  /// The system's own key, by which a second import finds the draft again. Parts that name the same key become one
  /// incident, so a list of notes that names its incident is an incident with nothing but rows. Empty where the export
  /// does not say which incident it tells of: such a part joins the one whose time it falls into.
  package var id: String
  package var url: String?
  package var title: String?
  /// As the system words it; becomes a severity only where the settings' scale has it.
  package var severity: String?
  package var summary: String?
  package var impact: String?
  /// Whether this is an alert or a group of them, which joins the incident that it overlaps, rather than one that
  /// people declared.
  package var isAlert = false
  /// Whether this is chat or lines of a log, which belong to whatever incident goes on meanwhile.
  package var isLoose = false
  /// A drill of the game day kind, where the system says so.
  package var isDrill = false
  package var started: Instant?
  package var detected: Instant?
  package var acknowledged: Instant?
  package var mitigated: Instant?
  package var resolved: Instant?
  /// A word of the detection vocabulary, where the system knows how the incident was found.
  package var detection: String?
  /// The alert that found it.
  package var alert: String?
  package var services: [String] = []
  package var teams: [String] = []
  /// Tags and labels; services where the settings list them, else tags of the draft.
  package var labels: [String] = []
  package var events: [ImportedEvent] = []
  package var actions: [ImportedAction] = []
  package var links: [ImportedLink] = []
  /// Tracebacks and error lines worth keeping word for word, as fenced code.
  package var evidence: [String] = []
  /// What the reader noticed and the author should know: durations that disagree, fields cut short.
  package var notes: [String] = []
  /// Names of people in the texts with the role that takes their place; a person without a known role is a responder.
  package var people: [String: String] = [:]

  package init(system: SourceSystem, id: String, title: String? = nil) {
    self.system = system
    self.id = id
    self.title = title
  }
}

/// One line of an incident's course.
package struct ImportedEvent: Hashable, Sendable {
  package var at: Instant
  /// One line of plain text, without markup of the system.
  package var text: String
  package var system: SourceSystem
  package var url: String?
  /// Notifications and the like, shown on request only.
  package var isChatter = false

  package init(at: Instant, text: String, system: SourceSystem, url: String? = nil, isChatter: Bool = false) {
    self.at = at
    self.text = text
    self.system = system
    self.url = url
    self.isChatter = isChatter
  }
}

/// A follow-up that the system holds.
package struct ImportedAction: Hashable, Sendable {
  package var text: String
  package var state: ActionItem.State
  package var owner: String?
  package var due: Day?
  package var done: Day?
  package var ticket: String?

  package init(text: String, state: ActionItem.State) {
    self.text = text
    self.state = state
  }
}

/// An address that belongs to the incident, under its key of the front matter's `links`.
package struct ImportedLink: Hashable, Sendable {
  package let key: String
  package let url: String

  package init(key: String, url: String) {
    self.key = key
    self.url = url
  }
}

/// An alert that a rule file defines.
package struct CataloguedAlert: Hashable, Sendable {
  package var name: String
  package var severity: String?
  package var summary: String?
  package var runbook: String?

  package init(name: String, severity: String? = nil, summary: String? = nil, runbook: String? = nil) {
    self.name = name
    self.severity = severity
    self.summary = summary
    self.runbook = runbook
  }
}

/// What a chaos experiment showed: evidence for a cause record's `tested_by`; never its configuration or secrets.
package struct ImportedExperiment: Hashable, Sendable {
  package var title: String
  package var summary: String?
  package var started: Instant?
  package var ended: Instant?
  /// `completed`, `failed`, `aborted`, `interrupted`; nil for an experiment that was not run.
  package var status: String?
  /// Whether the steady state was lost.
  package var hasDeviated: Bool?
  package var steps: [ImportedEvent]

  package init(title: String, steps: [ImportedEvent] = []) {
    self.title = title
    self.steps = steps
  }
}

/// What a tracker says of a ticket now.
package typealias TicketState = TrackedTickets.Ticket
