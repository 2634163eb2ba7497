package import Diagnostics
package import PostMortems

/// Whether an incident owes a post-mortem, and the rule that says so.
package struct DueVerdict: Sendable {
  package enum Verdict: String, CaseIterable, Sendable {
    /// Nobody has published one, and the time is past.
    case late
    /// Nobody has published one, and there is still time.
    case owed
    case written
    /// The settings say why none is needed.
    case waived
    case notDue = "not-due"
  }

  package let incident: IncidentRecord
  package let verdict: Verdict
  /// The criterion of the policy, or what identifies the post-mortem: `severity`, `downtime_minutes`, `source`, `waiver`, …
  package let rule: String
  /// The rule as a sentence without its full stop, with the values that it was applied to.
  package let reason: String
  /// The last day on which the post-mortem is in time; nil where none is asked for, or nothing has a time.
  package let due: Day?
  /// Days past that day.
  package let lateDays: Int?
  /// Position of the post-mortem, a draft included.
  package let postMortem: Int?
  /// Whether the short form is enough.
  package let isMinorEnough: Bool

  /// Whether somebody has to write.
  package var isOpen: Bool { verdict == .owed || verdict == .late }

  package func json(in base: KnowledgeBase) -> JSONValue {
    .object([
      "incident": .string(incident.id), "verdict": .string(verdict.rawValue), "rule": .string(rule),
      "reason": .string(reason), "due": .optional(due?.iso), "late_days": .optional(lateDays),
      "file": .optional(postMortem.map { base.postMortems[$0].file }), "title": .string(incident.title),
      "severity": .optional(incident.severity), "started": .optional(incident.started?.iso),
      "ended": .optional(incident.ended?.iso), "services": .strings(incident.services),
      "system": .optional(incident.sources.first?.system),
      "url": .optional(incident.sources.lazy.compactMap(\.url).first),
      "skeleton": .optional(isOpen ? (isMinorEnough ? "minor" : "incident") : nil),
    ])
  }
}
