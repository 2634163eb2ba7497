package import Diagnostics
internal import Markdown

/// Reads `debrief.yml`; what cannot be used is a finding with its place, and the default stays.
package struct SettingsReader {
  var settings = Settings()
  private var findings: [Finding] = []
  /// Severities that the policy names; the scale may stand below it, so they are compared at the end.
  var policySeverities: [Located<String>] = []
  var dueSeverities: [Located<String>] = []

  package static func read(_ file: SourceFile) -> (settings: Settings, findings: [Finding]) {
    let reading = YAMLReader(source: file, content: file.wholeSpan).read()
    var reader = SettingsReader()
    reader.findings = reading.findings
    for entry in reading.entries { reader.read(entry) }
    reader.checkPolicySeverities()
    return (reader.settings, reader.findings)
  }

  private mutating func read(_ entry: FrontMatterEntry) {
    switch entry.key.value {
    case "title": settings.title = text(entry) ?? settings.title
    case "description": settings.description = text(entry) ?? settings.description
    case "base_url": settings.baseURL = text(entry).map(Self.withoutClosingSlash)
    case "timezone": settings.timezone = text(entry)
    case "audience": settings.audience = text(entry, among: BuiltInVocabulary.audience) ?? settings.audience
    case "language": settings.language = text(entry).map { Located($0, at: entry.value.span) } ?? settings.language
    case "edit_url": settings.editURL = text(entry)
    case "input": settings.input = text(entry)
    case "skeletons": readSkeletons(entry)
    case "severities": readSeverities(entry)
    case "services":
      settings.services = catalogue(entry)
      if !settings.services.isEmpty {
        settings.vocabularies.services = Vocabulary(settings.services.map(\.slug), isClosed: true)
      }
    case "teams":
      settings.teams = catalogue(entry)
      if !settings.teams.isEmpty {
        settings.vocabularies.teams = Vocabulary(settings.teams.map(\.slug), isClosed: true)
      }
    case "vocabularies": readVocabularies(entry)
    case "keys":
      for pair in mapping(entry) { settings.keys[pair.key.value] = text(pair) }
    case "sections": readSections(entry)
    case "required": settings.requiredFields = texts(entry)
    case "policy": readPolicy(entry)
    case "waivers": readWaivers(entry)
    case "incidents": settings.incidents = text(entry)
    case "exposure": readExposure(entry)
    case "rules": readRules(entry)
    case "people": readPeople(entry)
    case "editions": readEditions(entry)
    case "customers": readCustomers(entry)
    case "forbidden": settings.forbidden = texts(entry)
    default: unknown(entry.key, in: SettingsFormat.names())
    }
  }

  private mutating func readSeverities(_ entry: FrontMatterEntry) {
    let levels: [SeverityLevel]
    if case .mapping(let pairs) = entry.value.value {
      levels = pairs.map { SeverityLevel(name: $0.key.value, meaning: text($0) ?? "") }
    } else {
      levels = texts(entry).map { SeverityLevel(name: $0, meaning: "") }
    }
    if !levels.isEmpty { settings.severities = levels }
  }

  private mutating func readVocabularies(_ entry: FrontMatterEntry) {
    for pair in mapping(entry) {
      let vocabulary = Vocabulary(texts(pair), isClosed: true)
      switch pair.key.value {
      case "detection": settings.vocabularies.detection = vocabulary
      case "trigger": settings.vocabularies.trigger = vocabulary
      case "mitigation": settings.vocabularies.mitigation = vocabulary
      case "control": settings.vocabularies.control = vocabulary
      case "cause_category": settings.vocabularies.causeCategory = vocabulary
      default: unknown(pair.key, in: SettingsFormat.names(under: "vocabularies"))
      }
    }
  }

  private mutating func readSections(_ entry: FrontMatterEntry) {
    for pair in mapping(entry) {
      switch pair.key.value {
      case "required": settings.sections.always = roles(pair)
      case "severity":
        for level in mapping(pair) { settings.sections.bySeverity[level.key.value] = roles(level) }
      case "kind":
        for kind in mapping(pair) { settings.sections.byKind[kind.key.value] = roles(kind) }
      default: unknown(pair.key, in: SettingsFormat.names(under: "sections"))
      }
    }
  }

  private mutating func readSkeletons(_ entry: FrontMatterEntry) {
    for pair in mapping(entry) {
      switch pair.key.value {
      case "severity":
        for level in mapping(pair) { settings.skeletons.bySeverity[level.key.value] = text(level) }
      case "kind":
        for kind in mapping(pair) { settings.skeletons.byKind[kind.key.value] = text(kind) }
      default: unknown(pair.key, in: SettingsFormat.names(under: "skeletons"))
      }
    }
  }

  private mutating func roles(_ entry: FrontMatterEntry) -> [SectionRole] {
    items(entry).compactMap { item in
      guard let name = item.value.text else { return nil }
      if let role = SectionRole(rawValue: name) ?? SectionTitle.role(of: name) { return role }
      unknown(Located(name, at: item.span), in: SectionRole.allCases.map(\.rawValue), what: "section")
      return nil
    }
  }

  private mutating func readRules(_ entry: FrontMatterEntry) {
    for pair in mapping(entry) {
      guard let name = text(pair, among: Level.allCases.map(\.rawValue)) else { continue }
      settings.ruleLevels[pair.key.value] = Level(rawValue: name)
    }
  }

  /// A list of names, or names with the role of each.
  private mutating func readPeople(_ entry: FrontMatterEntry) {
    guard case .mapping(let pairs) = entry.value.value else {
      for name in texts(entry) { settings.people[name] = "" }
      return
    }
    for pair in pairs { settings.people[pair.key.value] = text(pair) ?? "" }
  }

  private mutating func catalogue(_ entry: FrontMatterEntry) -> [CatalogueEntry] {
    guard case .mapping(let pairs) = entry.value.value else {
      return texts(entry).map { CatalogueEntry(slug: $0, title: $0) }
    }
    return pairs.map { pair in
      let slug = pair.key.value
      if let title = pair.value.value.text { return CatalogueEntry(slug: slug, title: title) }
      var result = CatalogueEntry(slug: slug, title: slug)
      if case .null = pair.value.value { return result }
      for field in mapping(pair) {
        switch field.key.value {
        case "title": result.title = text(field) ?? slug
        case "description": result.description = text(field) ?? ""
        case "team": result.team = text(field)
        case "tier": result.tier = text(field)
        default: unknown(field.key, in: SettingsFormat.names(under: entry.key.value, slug))
        }
      }
      return result
    }
  }
}

// MARK: - Typed values

extension SettingsReader {
  mutating func text(_ entry: FrontMatterEntry) -> String? {
    if let text = entry.value.value.text { return text }
    if case .null = entry.value.value { return nil }
    wrongType(entry.value, "text")
    return nil
  }

  mutating func text(_ entry: FrontMatterEntry, among words: [String]) -> String? {
    guard let text = text(entry) else { return nil }
    guard words.contains(text) else {
      unknown(Located(text, at: entry.value.span), in: words, what: "value")
      return nil
    }
    return text
  }

  mutating func items(_ entry: FrontMatterEntry) -> [Located<FrontMatterValue>] {
    switch entry.value.value {
    case .sequence(let items): return items
    case .null: return []
    case .scalar: return [entry.value]
    case .mapping:
      wrongType(entry.value, "a list")
      return []
    }
  }

  mutating func texts(_ entry: FrontMatterEntry) -> [String] {
    items(entry).compactMap(\.value.text)
  }

  mutating func mapping(_ entry: FrontMatterEntry) -> [FrontMatterEntry] {
    switch entry.value.value {
    case .mapping(let pairs): return pairs
    case .null: return []
    default:
      wrongType(entry.value, "a map")
      return []
    }
  }

  mutating func wrongType(_ value: Located<FrontMatterValue>, _ expected: String) {
    findings.append(
      Finding("invalid-settings", at: value.span, "expected \(expected) and found \(value.value.typeName)"))
  }

  mutating func unknown(_ word: Located<String>, in words: [String], what: String = "key") {
    let near = NearMiss.nearest(to: word.value, in: words)
    findings.append(
      Finding(
        "invalid-settings", at: word.span,
        "\(what) '\(word.value)' is not known" + (near.map { "; did you mean '\($0)'?" } ?? ""),
        notes: near == nil ? ["known: \(words.joined(separator: ", "))"] : [],
        help: near.map { "replace it with '\($0)'" }))
  }

  private static func withoutClosingSlash(_ text: String) -> String {
    text.hasSuffix("/") ? String(text.dropLast()) : text
  }
}
