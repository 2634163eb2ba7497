internal import PostMortems

/// The front matter of a draft; what the export's words do not settle stays empty, with its words beside it.
struct DraftFrontMatter {
  private let incident: MergedIncident
  private let settings: Settings

  init(_ incident: MergedIncident, settings: Settings) {
    self.incident = incident
    self.settings = settings
  }

  var text: String {
    let lines =
      [
        "schema: 1", "title: \(YAMLWords.text(incident.title))", "status: draft",
        "kind: \(incident.isDrill ? "drill" : "incident")", severity, services, teams, "timezone: UTC",
      ] + phases + [detection].compactMap { $0 } + links + tags + sources
    return "---\n" + lines.joined(separator: "\n") + "\n---"
  }

  /// The lines that a later import may write anew while nobody changed them, by their keys.
  var renewable: [(key: String, line: String)] {
    [
      ("title", "title: \(YAMLWords.text(incident.title))"), ("severity", severity), ("services", services),
      ("teams", teams),
    ]
      + zip(incident.phases.map(\.key), phases).map { (key: $0, line: $1) }
      + [detection].compactMap { $0 }.map { (key: "detection", line: $0) }
  }

  /// The fields that not every draft has, each with the key behind which it stands.
  var optional: [(key: String, lines: [String], behind: String)] {
    [("detection", [detection].compactMap { $0 }, "resolved"), ("links", links, "detection")].filter { !$0.1.isEmpty }
  }

  /// What stands beside a start that is only the first thing anybody noticed.
  static let firstSignRemark = "the first sign that was recorded"

  private var severity: String {
    if let severity = incident.scaleSeverity(settings) { return "severity: \(YAMLWords.text(severity))" }
    let scale = settings.severities.map(\.name).joined(separator: ", ")
    let word = incident.severity.flatMap { word in
      incident.severitySystem.map { "\($0.title) says '\(word)'; the scale is \(scale)" }
    }
    return "severity:" + YAMLWords.comment(word ?? "one of \(scale)")
  }

  private var services: String {
    let matched = incident.catalogued(settings)
    guard !matched.unknown.isEmpty else { return "services: \(YAMLWords.list(matched.services))" }
    let names = matched.unknown.map { "'\($0)'" }.joined(separator: ", ")
    return "services: \(YAMLWords.list(matched.services))"
      + YAMLWords.comment("the exports also name \(names), not in debrief.yml")
  }

  private var teams: String {
    let matched = CatalogueMatch.match(incident.teams, in: settings.teams)
    guard !matched.unknown.isEmpty else { return "teams: \(YAMLWords.list(matched.known))" }
    let names = matched.unknown.map { "'\($0)'" }.joined(separator: ", ")
    return "teams: \(YAMLWords.list(matched.known))"
      + YAMLWords.comment("the exports also name \(names), not in debrief.yml")
  }

  private var phases: [String] {
    incident.phases.map { phase in
      let remark = remark(phase.key, phase.at)
      return "\(phase.key):" + (phase.at.map { " \($0.iso)" } ?? "") + (remark.map(YAMLWords.comment) ?? "")
    }
  }

  private func remark(_ key: String, _ at: Instant?) -> String? {
    switch key {
    case "started" where incident.isStartFirstSign: "\(Self.firstSignRemark): did the harm begin earlier?"
    case "mitigated" where at == nil && incident.resolved != nil:
      "when did the harm stop? the exports only say resolved"
    default: nil
    }
  }

  private var detection: String? {
    guard let source = incident.detection else { return nil }
    let alert = incident.alert.map { ", alert: \(YAMLWords.text($0))" } ?? ""
    return "detection: {source: \(YAMLWords.text(source))\(alert)}"
  }

  private var links: [String] {
    guard !incident.links.isEmpty else { return [] }
    return ["links:"] + incident.links.map { "  \(YAMLWords.text($0.key)): \(YAMLWords.text($0.url))" }
  }

  private var tags: [String] {
    let tags = incident.catalogued(settings).tags
    return tags.isEmpty ? [] : ["tags: \(YAMLWords.list(tags))"]
  }

  private var sources: [String] {
    incident.sources.isEmpty ? [] : ["source:"] + incident.sources.map(Self.line)
  }

  /// One entry of `source`.
  static func line(_ source: ImportSource) -> String {
    let url = source.url.map { ", url: \(YAMLWords.text($0))" } ?? ""
    return "  - {system: \(source.system), id: \(YAMLWords.text(source.id))\(url)}"
  }
}

/// Names of other systems matched with what the settings list.
enum CatalogueMatch {
  /// In an open vocabulary every name stays as it is.
  static func match(_ names: [String], in catalogue: [CatalogueEntry]) -> (known: [String], unknown: [String]) {
    guard !catalogue.isEmpty else { return (names, []) }
    var known: [String] = []
    var unknown: [String] = []
    for name in names {
      if let entry = entry(name, in: catalogue) { known.appendNew([entry.slug]) } else { unknown.append(name) }
    }
    return (known, unknown)
  }

  static func entry(_ name: String, in catalogue: [CatalogueEntry]) -> CatalogueEntry? {
    let slug = Slug.make(name)
    return catalogue.first { $0.slug == name || $0.slug == slug || Slug.make($0.title) == slug }
  }
}

extension MergedIncident {
  /// Services by the names of the settings, those that they do not list, and the labels that are no service.
  func catalogued(_ settings: Settings) -> (services: [String], unknown: [String], tags: [String]) {
    var (services, unknown) = CatalogueMatch.match(services, in: settings.services)
    var tags: [String] = []
    for label in labels {
      if let entry = CatalogueMatch.entry(label, in: settings.services) {
        services.appendNew([entry.slug])
      } else {
        tags.append(label)
      }
    }
    unknown.removeAll { name in services.contains(Slug.make(name)) }
    return (services, unknown, tags)
  }
}
