package import Diagnostics
internal import Markdown

/// Settings as they work, key by key, each with the place that says so.
package struct EffectiveSettings: Sendable {
  /// A value by its dotted key, such as `policy.due.within_days`.
  package struct Entry: Sendable {
    package let key: String
    package let value: JSONValue

    package init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// Every value, in the order of the format.
  package static func entries(_ settings: Settings) -> [Entry] {
    let single: [Entry] = [
      Entry("title", .string(settings.title)), Entry("description", .string(settings.description)),
      Entry("base_url", .optional(settings.baseURL)), Entry("edit_url", .optional(settings.editURL)),
      Entry("timezone", .optional(settings.timezone)), Entry("audience", .string(settings.audience)),
      Entry("incidents", .optional(settings.incidents)),
      Entry("required", .strings(settings.requiredFields)), Entry("forbidden", .strings(settings.forbidden)),
    ]
    return single + settings.editions.sorted { $0.key < $1.key }.flatMap { edition($0.value) }
      + settings.severities.map { Entry("severities.\($0.name)", .string($0.meaning)) }
      + settings.teams.flatMap { catalogue("teams", $0) } + settings.services.flatMap { catalogue("services", $0) }
      + vocabularies(settings.vocabularies) + texts("keys", settings.keys) + sections(settings.sections)
      + texts("skeletons.severity", settings.skeletons.bySeverity) + texts("skeletons.kind", settings.skeletons.byKind)
      + policy(settings) + texts("waivers", settings.policy.waivers) + exposures(settings.exposures)
      + texts("people", settings.people) + texts("customers", settings.customers)
  }

  private static func texts(_ key: String, _ texts: [String: String]) -> [Entry] {
    texts.sorted { $0.key < $1.key }.map { Entry("\(key).\($0.key)", .string($0.value)) }
  }

  private static func edition(_ edition: Edition) -> [Entry] {
    let key = "editions.\(edition.name)"
    return [
      Entry("\(key).audience", .string(edition.audience)), Entry("\(key).title", .optional(edition.title)),
      Entry("\(key).description", .optional(edition.description)),
      Entry("\(key).base_url", .optional(edition.baseURL)), Entry("\(key).edit_url", .optional(edition.editURL)),
      Entry("\(key).people", .string(edition.showsRoles ? "roles" : "names")),
      Entry("\(key).customers", .string(edition.showsLabels ? "labels" : "names")),
      Entry("\(key).forbidden", .strings(edition.forbidden)),
    ]
  }

  private static func catalogue(_ key: String, _ entry: CatalogueEntry) -> [Entry] {
    let fields: [(String, String?)] = [
      ("title", entry.title), ("description", entry.description.isEmpty ? nil : entry.description),
      ("team", entry.team), ("tier", entry.tier),
    ]
    return fields.compactMap { field in field.1.map { Entry("\(key).\(entry.slug).\(field.0)", .string($0)) } }
  }

  private static func vocabularies(_ vocabularies: Vocabularies) -> [Entry] {
    let lists = [
      ("detection", vocabularies.detection), ("trigger", vocabularies.trigger),
      ("mitigation", vocabularies.mitigation), ("control", vocabularies.control),
      ("cause_category", vocabularies.causeCategory),
    ]
    return lists.map { Entry("vocabularies.\($0.0)", .strings($0.1.words)) }
  }

  private static func sections(_ sections: RequiredSections) -> [Entry] {
    func lists(_ key: String, _ lists: [String: [SectionRole]]) -> [Entry] {
      lists.sorted { $0.key < $1.key }.map { Entry("sections.\(key).\($0.key)", .strings($0.value.map(\.rawValue))) }
    }
    return [Entry("sections.required", .strings(sections.always.map(\.rawValue)))]
      + lists("severity", sections.bySeverity) + lists("kind", sections.byKind)
  }

  private static func policy(_ settings: Settings) -> [Entry] {
    let (policy, scale) = (settings.policy, settings.severities.map(\.name))
    let due = policy.due
    return [
      Entry("policy.publish_within_days", .int(policy.publishWithinDays)),
      Entry("policy.review", .strings(policy.review ?? scale.filter(settings.asksForReview))),
    ]
      + scale.compactMap { name in settings.actionWeeks(of: name).map { Entry("policy.action_weeks.\(name)", .int($0)) }
      }
      + [
        Entry("policy.due.severity", .strings(settings.dueSeverities)),
        Entry("policy.due.downtime_minutes", .optional(due.downtimeMinutes)),
        Entry("policy.due.data_loss", .bool(due.dataLoss)), Entry("policy.due.responders", .optional(due.responders)),
        Entry("policy.due.rollback", .bool(due.rollback)), Entry("policy.due.found_by", .strings(due.foundBy)),
        Entry("policy.due.tier", .strings(due.tiers)), Entry("policy.due.within_days", .int(due.withinDays)),
      ]
  }

  private static func exposures(_ exposures: [Exposure]) -> [Entry] {
    exposures.flatMap { exposure in
      exposure.months.sorted { $0.key < $1.key }.map { Entry("exposure.\(exposure.name).\($0.key)", .double($0.value)) }
    }
  }
}

/// The lines of a settings file that say what a dotted key is.
package struct SettingsPlaces: Sendable {
  private var places: [String: (line: Int, isMap: Bool)] = [:]
  private let source: SourceFile

  package init(_ source: SourceFile) {
    self.source = source
    read(YAMLReader(source: source, content: source.wholeSpan).read().entries, below: "")
  }

  /// The 1-based line; nil for what no line says.
  ///
  /// A value that is written on one line for several keys (`checkout: Checkout` for the title of a service) counts for each.
  package func line(of key: String) -> Int? {
    var key = key[...]
    if let place = places[String(key)] { return place.line }
    while let dot = key.lastIndex(of: ".") {
      key = key[..<dot]
      if let place = places[String(key)] { return place.isMap ? nil : place.line }
    }
    return nil
  }

  private mutating func read(_ entries: [FrontMatterEntry], below path: String) {
    for entry in entries {
      let key = path + entry.key.value
      let line = source.line(at: entry.key.span.start)
      switch entry.value.value {
      case .mapping(let pairs):
        places[key] = (line, true)
        read(pairs, below: key + ".")
      case .sequence(let items):
        places[key] = (line, false)
        for item in items {
          if let text = item.value.text { places["\(key).\(text)"] = (source.line(at: item.span.start), false) }
        }
      case .null, .scalar: places[key] = (line, false)
      }
    }
  }
}
