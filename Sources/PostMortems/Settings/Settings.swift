package import Diagnostics

/// What a knowledge base says of itself in `debrief.yml`; every part has a default.
package struct Settings: Sendable {
  package var title = "Post-mortems"
  package var description = ""
  /// Absolute address of the published site, without a closing slash; nil while unknown.
  package var baseURL: String?
  /// Name of the zone of times that carry none and stand in a document that states none.
  package var timezone: String?
  /// For whom the site is where no edition is named, and every document that does not say.
  package var audience = "internal"
  /// Of the site's own words: a code such as `de`, or the path of a language file relative to the settings.
  package var language = Located("en", at: .fileStart)
  package var editions: [String: Edition] = [:]
  /// A customer's name → the words that stand for them in a public edition; empty for the usual ones.
  package var customers: [String: String] = [:]
  /// What must be nowhere in a public edition.
  package var forbidden: [String] = []
  package var severities: [SeverityLevel] = BuiltInVocabulary.severities.map { SeverityLevel(name: $0, meaning: "") }
  package var services: [CatalogueEntry] = []
  package var teams: [CatalogueEntry] = []
  package var vocabularies = Vocabularies()
  /// Another house's key → ours.
  package var keys: [String: String] = Settings.builtInKeys
  package var sections = RequiredSections()
  package var requiredFields = ["title", "severity", "started"]
  package var policy = Policy()
  /// What incidents are set against beside the days that passed.
  package var exposures: [Exposure] = []
  package var ruleLevels: [String: Level] = [:]
  /// A person's name or handle → the role that stands for them in the text.
  package var people: [String: String] = [:]
  /// Address template of the source of a page, with `{file}`; nil for no link.
  package var editURL: String?
  /// The folder of the post-mortems where a command is told none, relative to the settings; nil for `postmortems`.
  package var input: String?
  package var skeletons = SkeletonNames()
  /// A saved list of incidents, relative to the settings: who of them owes a post-mortem is a page of the site.
  package var incidents: String?

  package init() {}

  /// Keys of other houses that are read without being told.
  package static let builtInKeys = [
    "date": "started", "start_time": "started", "start": "started", "started_at": "started", "end_time": "resolved",
    "end": "resolved", "ended": "resolved", "resolved_at": "resolved", "detected_at": "detected",
    "acknowledged_at": "acknowledged", "mitigated_at": "mitigated", "service": "services", "team": "teams",
    "root_cause": "root_causes", "cause": "root_causes", "causes": "root_causes", "sev": "severity",
    "time_zone": "timezone", "tz": "timezone", "reviewed_at": "reviewed", "review_date": "reviewed",
  ]

  /// The rank of a severity, 1 for the gravest; nil for a name that is not on the scale.
  package func rank(of severity: String) -> Int? {
    severities.firstIndex { $0.name == severity }.map { $0 + 1 }
  }
}

/// One step of the severity scale, gravest first.
package struct SeverityLevel: Hashable, Sendable {
  package var name: String
  package var meaning: String

  package init(name: String, meaning: String) {
    self.name = name
    self.meaning = meaning
  }
}

/// A service or a team that the settings name.
package struct CatalogueEntry: Hashable, Sendable {
  package var slug: String
  package var title: String
  package var description: String
  /// The team that owns a service.
  package var team: String?
  /// How much depends on a service, in the house's own words: `1`, `gold`.
  package var tier: String?

  package init(slug: String, title: String, description: String = "", team: String? = nil) {
    self.slug = slug
    self.title = title
    self.description = description
    self.team = team
  }
}

/// The words that each field may hold; open ones take any word until the settings list some.
package struct Vocabularies: Sendable {
  package var status = Vocabulary(BuiltInVocabulary.status, isClosed: true)
  package var kind = Vocabulary(BuiltInVocabulary.kind, isClosed: true)
  package var audience = Vocabulary(BuiltInVocabulary.audience, isClosed: true)
  package var origin = Vocabulary(BuiltInVocabulary.origin, isClosed: true)
  package var controlState = Vocabulary(BuiltInVocabulary.controlState, isClosed: true)
  package var causeStatus = Vocabulary(BuiltInVocabulary.causeStatus, isClosed: true)
  package var services = Vocabulary.open
  package var teams = Vocabulary.open
  package var detection = Vocabulary(BuiltInVocabulary.detection, isClosed: false)
  package var trigger = Vocabulary(BuiltInVocabulary.trigger, isClosed: false)
  package var mitigation = Vocabulary(BuiltInVocabulary.mitigation, isClosed: false)
  package var control = Vocabulary(BuiltInVocabulary.control, isClosed: false)
  package var causeCategory = Vocabulary(BuiltInVocabulary.causeCategory, isClosed: false)

  package init() {}
}

/// Which sections a post-mortem must have.
package struct RequiredSections: Sendable {
  package var always: [SectionRole] = [.timeline, .rootCause, .actionItems]
  /// Asked for beside `always` at a severity.
  package var bySeverity: [String: [SectionRole]] = [:]
  /// Asked for instead of `always` for a kind.
  package var byKind: [String: [SectionRole]] = [:]

  package init() {}

  package func required(severity: String?, kind: String) -> [SectionRole] {
    var roles = byKind[kind] ?? always
    for role in severity.flatMap({ bySeverity[$0] }) ?? [] where !roles.contains(role) { roles.append(role) }
    return roles
  }
}
