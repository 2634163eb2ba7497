package import Diagnostics

/// What the front matter says, each value optional and with its place.
package struct PostMortemFields: Sendable {
  package var schema: Located<String>?
  package var id: Located<String>?
  package var title: Located<String>?
  package var status: Located<String>?
  package var kind: Located<String>?
  package var severity: Located<String>?
  package var services: [Located<String>] = []
  package var teams: [Located<String>] = []
  package var timezone: Located<String>?
  package var started: Located<Instant>?
  package var detected: Located<Instant>?
  package var acknowledged: Located<Instant>?
  package var mitigated: Located<Instant>?
  package var resolved: Located<Instant>?
  /// When the post-mortem was published, where the document says so.
  package var published: Located<Instant>?
  /// When somebody who did not write it had read it.
  package var reviewed: Located<Instant>?
  package var detection: Detection?
  package var trigger: Located<String>?
  package var rootCauses: [Located<String>] = []
  package var contributingFactors: [ContributingFactor] = []
  package var mitigations: [Mitigation] = []
  package var controls: [ControlState] = []
  package var impact: Impact?
  package var responders: Responders?
  /// Name and address: ticket, chat, dashboard, …
  package var links: [(name: Located<String>, address: Located<String>)] = []
  package var related: [Located<String>] = []
  package var recurrenceOf: [Located<String>] = []
  package var audience: Located<String>?
  package var origin: Located<String>?
  package var sources: [Located<String>] = []
  /// The records of other systems that it was imported from.
  package var importSources: [ImportSource] = []
  package var aliases: [Located<String>] = []
  package var tags: [Located<String>] = []
  /// Every key that was understood, as written, so that a rule can tell an absent value from an unreadable one.
  package var presentKeys: Set<String> = []
  package var unknownKeys: [Located<String>] = []

  package init() {}

  /// The five phases in the order in which they must come.
  package var phases: [(name: String, instant: Located<Instant>?)] {
    [
      ("started", started), ("detected", detected), ("acknowledged", acknowledged), ("mitigated", mitigated),
      ("resolved", resolved),
    ]
  }
}

/// How an incident was noticed.
package struct Detection: Hashable, Sendable {
  package var source: Located<String>?
  package var alert: Located<String>?
  package var firstSeenBy: Located<String>?
  package var span: SourceSpan
}

/// Something that made an incident likelier or worse: a catalogued cause or free words.
package struct ContributingFactor: Hashable, Sendable {
  package var slug: Located<String>?
  package var text: String?
  package var introduced: Located<Instant>?
  package var span: SourceSpan
}

/// An act that stopped the harm, or was to.
package struct Mitigation: Hashable, Sendable {
  package var type: Located<String>?
  package var at: Located<Instant>?
  package var isAutomated: Bool?
  package var worked: Bool?
  package var span: SourceSpan
}

/// Whether a control was there, missing, failed or worked.
package struct ControlState: Hashable, Sendable {
  package var control: Located<String>
  package var state: Located<String>
}

/// What an incident did to users and to the business; absent numbers are unknown, not zero.
package struct Impact: Hashable, Sendable {
  package var users: Double?
  package var requestsFailed: Double?
  package var minutes: Double?
  package var money: String?
  package var dataLoss: Bool?
  package var slo: String?
  package var span: SourceSpan
}

/// How many people answered, and for how long in all.
package struct Responders: Hashable, Sendable {
  package var count: Double?
  package var hours: Double?
  package var outOfHours: Bool?
  package var span: SourceSpan
}
