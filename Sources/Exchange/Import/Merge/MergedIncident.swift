package import PostMortems

/// One incident as all exports together tell it; what becomes a draft.
package struct MergedIncident: Sendable {
  /// The parts that it was made of, the one that names it first.
  package var parts: [ImportedIncident]
  package var title: String
  package var severity: String?
  /// The system whose word the severity is.
  package var severitySystem: SourceSystem?
  package var isDrill = false
  package var started: Instant?
  /// Whether `started` is only the first sign that a system recorded, for want of a stated start.
  package var isStartFirstSign = false
  package var detected: Instant?
  package var acknowledged: Instant?
  package var mitigated: Instant?
  package var resolved: Instant?
  package var detection: String?
  package var alert: String?
  package var services: [String] = []
  package var teams: [String] = []
  package var labels: [String] = []
  package var rows: [ImportedRow] = []
  package var actions: [ImportedAction] = []
  package var links: [ImportedLink] = []
  package var evidence: [String] = []
  package var notes: [String] = []
  package var summaries: [(system: SourceSystem, text: String)] = []
  package var impacts: [(system: SourceSystem, text: String)] = []
  package var sources: [ImportSource] = []
  /// Whom the markers in the texts stand for, by their index.
  var persons: [Person] = []
  /// The place of the draft that an earlier import wrote of it; nil for a new incident.
  var draft: Int?
  /// Secrets that were taken out, each named so that its owner can revoke it.
  package var masked: [String] = []

  /// The five phases by their keys, in their order.
  package var phases: [(key: String, at: Instant?)] {
    [
      ("started", started), ("detected", detected), ("acknowledged", acknowledged), ("mitigated", mitigated),
      ("resolved", resolved),
    ]
  }
}

/// One row of the merged timeline, with every system that told it.
package struct ImportedRow: Hashable, Sendable {
  package var at: Instant
  package var text: String
  package var origins: [RowOrigin]
  package var isChatter: Bool
  /// By which a second import knows the row, a mark for every system that told it.
  package var marks: [String] = []
}

/// Where a row comes from.
package struct RowOrigin: Hashable, Sendable {
  package let system: SourceSystem
  package let url: String?
}
