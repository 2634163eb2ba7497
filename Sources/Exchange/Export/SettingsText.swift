internal import Diagnostics
internal import Markdown
package import PostMortems

/// The settings in force as the text of a `debrief.yml` that says the same: defaults spelt out, everything on few lines.
///
/// What names files beside the settings (`input`, `incidents`, a language file) is left out: it means nothing in another folder. So are the
/// names of people where the knowledge base is for everybody.
package enum SettingsText {
  package static func yaml(_ settings: Settings) -> String {
    var text = YAMLLines()
    text.add("title", scalar(settings.title))
    text.add("description", scalar(settings.description))
    text.add("base_url", settings.baseURL.map(scalar))
    text.add("edit_url", settings.editURL.map(scalar))
    let language = settings.language.value
    text.add("language", language == "en" || language.contains(".") ? nil : scalar(language))
    text.add("timezone", settings.timezone.map(scalar))
    text.add("audience", scalar(settings.audience))
    text.add("severities", map(settings.severities.map { ($0.name, scalar($0.meaning)) }))
    text.add("teams", catalogue(settings.teams))
    text.add("services", catalogue(settings.services))
    text.add("vocabularies", vocabularies(settings.vocabularies))
    text.add("keys", keys(settings.keys))
    text.add("required", YAMLText.list(settings.requiredFields))
    text.add("sections", sections(settings.sections))
    text.add("policy", policy(settings.policy))
    text.add("waivers", words(settings.policy.waivers))
    text.add("exposure", exposures(settings.exposures))
    text.add("rules", words(settings.ruleLevels.mapValues(\.rawValue)))
    if settings.audience != "public" { addWhatIsNotForEverybody(settings, to: &text) }
    text.add(
      "skeletons",
      map([("severity", words(settings.skeletons.bySeverity)), ("kind", words(settings.skeletons.byKind))]))
    return text.text
  }

  private static func addWhatIsNotForEverybody(_ settings: Settings, to text: inout YAMLLines) {
    text.add("people", words(settings.people))
    text.add("customers", words(settings.customers))
    text.add("forbidden", settings.forbidden.isEmpty ? nil : YAMLText.list(settings.forbidden))
    text.add("editions", map(settings.editions.values.sorted { $0.name < $1.name }.map { ($0.name, edition($0)) }))
  }

  private static func edition(_ edition: Edition) -> String? {
    map([
      ("audience", scalar(edition.audience)), ("title", edition.title.map(scalar)),
      ("description", edition.description.map(scalar)), ("base_url", edition.baseURL.map(scalar)),
      ("edit_url", edition.editURL.map(scalar)), ("people", edition.showsRoles ? "roles" : "names"),
      ("customers", edition.showsLabels ? "labels" : "names"),
      ("forbidden", edition.forbidden.isEmpty ? nil : YAMLText.list(edition.forbidden)),
    ])
  }

  private static func scalar(_ text: String) -> String { YAMLText.scalar(text) }

  private static func map(_ pairs: [(String, String?)]) -> String? {
    let pairs = pairs.compactMap { pair in pair.1.map { "\(scalar(pair.0)): \($0)" } }
    return pairs.isEmpty ? nil : "{\(pairs.joined(separator: ", "))}"
  }

  private static func words(_ words: [String: String]) -> String? {
    map(words.sorted { $0.key < $1.key }.map { ($0.key, scalar($0.value)) })
  }

  private static func lists(_ lists: [String: [SectionRole]]) -> String? {
    map(lists.sorted { $0.key < $1.key }.map { ($0.key, YAMLText.list($0.value.map(\.rawValue))) })
  }

  private static func catalogue(_ entries: [CatalogueEntry]) -> String? {
    map(
      entries.map { entry in
        let description = entry.description.isEmpty ? nil : scalar(entry.description)
        let fields = [
          ("title", scalar(entry.title)), ("description", description), ("team", entry.team.map(scalar)),
          ("tier", entry.tier.map(scalar)),
        ]
        return (entry.slug, map(fields))
      })
  }

  /// The closed ones: an open vocabulary is what the format brings.
  private static func vocabularies(_ vocabularies: Vocabularies) -> String? {
    let all = [
      ("detection", vocabularies.detection), ("trigger", vocabularies.trigger),
      ("mitigation", vocabularies.mitigation), ("control", vocabularies.control),
      ("cause_category", vocabularies.causeCategory),
    ]
    return map(all.map { ($0.0, $0.1.isClosed ? YAMLText.list($0.1.words) : nil) })
  }

  /// What differs from the keys that are read without being told; null for one that is not to be.
  private static func keys(_ keys: [String: String]) -> String? {
    let builtIn = Settings.builtInKeys
    let changed = Set(keys.keys).union(builtIn.keys).filter { keys[$0] != builtIn[$0] }.sorted()
    return map(changed.map { ($0, keys[$0].map(scalar) ?? "null") })
  }

  private static func sections(_ sections: RequiredSections) -> String? {
    map([
      ("required", YAMLText.list(sections.always.map(\.rawValue))), ("severity", lists(sections.bySeverity)),
      ("kind", lists(sections.byKind)),
    ])
  }

  private static func policy(_ policy: Policy) -> String? {
    let weeks = policy.actionWeeks.map { weeks in
      map(weeks.sorted { $0.key < $1.key }.map { ($0.key, "\($0.value)") }) ?? "{}"
    }
    return map([
      ("publish_within_days", "\(policy.publishWithinDays)"), ("review", policy.review.map(YAMLText.list)),
      ("action_weeks", weeks), ("due", due(policy.due)),
    ])
  }

  private static func due(_ due: DueCriteria) -> String? {
    map([
      ("severity", due.severities.map(YAMLText.list)),
      ("downtime_minutes", due.downtimeMinutes.map { "\($0)" } ?? "null"), ("data_loss", "\(due.dataLoss)"),
      ("responders", due.responders.map { "\($0)" } ?? "null"), ("rollback", "\(due.rollback)"),
      ("found_by", YAMLText.list(due.foundBy)), ("tier", YAMLText.list(due.tiers)),
      ("within_days", "\(due.withinDays)"),
    ])
  }

  private static func exposures(_ exposures: [Exposure]) -> String? {
    map(
      exposures.map { exposure in
        let months = exposure.months.sorted { $0.key < $1.key }
        return (exposure.name, map(months.map { ($0.key, "\($0.value)") }) ?? "{}")
      })
  }
}

/// The lines of a YAML map; what is not there has none.
private struct YAMLLines {
  private(set) var text = "# The settings in force when these documents were exported.\n"

  mutating func add(_ key: String, _ value: String?) {
    if let value { text += "\(key): \(value)\n" }
  }
}
