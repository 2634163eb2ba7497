internal import Diagnostics
internal import Markdown
internal import PostMortems

/// A post-mortem that an earlier import wrote, as the parts that exports told of it: what a further export is matched with.
struct KnownDraft: Sendable {
  let draft: PostMortemDraft
  let sources: [ImportSource]
  /// A part for each source; what the document says stands in the first that people declared.
  let parts: [ImportedIncident]
  /// From the first to the last moment that it tells, in seconds.
  let told: ClosedRange<Int64>?
  /// Why nothing can be added to it without harm; nil where something can.
  let obstacle: String?
  /// What it holds, of a draft that is known by nothing else.
  private var marks = ImportMarks()

  /// Nil for a post-mortem that no import wrote.
  init?(_ draft: PostMortemDraft) {
    self.draft = draft
    sources = Self.sources(of: draft)
    guard !sources.isEmpty else { return nil }
    obstacle = Self.obstacle(draft)
    var parts = sources.map { Self.part($0, of: draft) }
    let first = parts.firstIndex { !$0.isAlert && !$0.isLoose } ?? parts.firstIndex { !$0.isLoose } ?? 0
    Self.fill(&parts[first], from: draft)
    self.parts = parts
    let moments =
      draft.fields.phases.compactMap { $0.instant?.value.seconds }
      + (draft.timeline?.events ?? []).compactMap { $0.at?.seconds }
    told = moments.min().flatMap { first in moments.max().map { first...$0 } }
  }

  /// A draft whose front matter cannot be read and which an import wrote, as the marks in it tell; nil for any other.
  init?(broken draft: PostMortemDraft) {
    guard let obstacle = Self.obstacle(draft),
      let found = ImportMarks.find(in: String(decoding: draft.source.bytes, as: UTF8.self))
    else { return nil }
    self.draft = draft
    self.obstacle = obstacle
    sources = []
    parts = []
    told = nil
    marks = found.marks
  }

  /// Whether it holds a row of an incident already.
  func tells(_ incident: MergedIncident) -> Bool {
    incident.rows.contains { row in row.marks.contains(where: marks.contains) }
  }

  /// Whether it holds nothing but chat and logs, which belong to whatever incident goes on meanwhile.
  var isLoose: Bool { parts.allSatisfy(\.isLoose) }

  var isAlert: Bool { !isLoose && parts.allSatisfy { $0.isAlert || $0.isLoose } }

  /// When it went on; one without an end is taken to go on for some hours.
  var window: ClosedRange<Int64>? {
    guard let told else { return nil }
    let isOpen = !isLoose && draft.fields.resolved == nil
    return told.lowerBound...(isOpen ? max(told.upperBound, told.lowerBound + 4 * 3600) : told.upperBound)
  }

  // MARK: Reading

  private static func part(_ source: ImportSource, of draft: PostMortemDraft) -> ImportedIncident {
    let system = SourceSystem(rawValue: source.system) ?? .traceback
    var part = ImportedIncident(system: system, id: oneLine(source.id))
    part.url = source.url
    // The key of an alert is its fingerprint with its start; other systems' alerts page as their incidents do.
    part.isAlert = [.alertmanager, .grafana].contains(system) && source.id.contains("@")
    part.isLoose =
      [.slack, .teams, .elasticsearch, .splunk, .traceback].contains(system)
      || source.id.utf8.count == 10 && source.id.utf8.allSatisfy(\.isASCIINumber)
    return part
  }

  private static func fill(_ part: inout ImportedIncident, from draft: PostMortemDraft) {
    let fields = draft.fields
    part.title = fields.title?.value
    part.severity = fields.severity?.value
    part.isDrill = fields.kind?.value == "drill"
    part.detection = fields.detection?.source?.value
    part.alert = fields.detection?.alert?.value
    part.services = fields.services.map(\.value)
    part.teams = fields.teams.map(\.value)
    part.started = isFirstSign(fields.started, in: draft) ? nil : fields.started?.value
    part.detected = fields.detected?.value
    part.acknowledged = fields.acknowledged?.value
    part.mitigated = fields.mitigated?.value
    part.resolved = fields.resolved?.value
  }

  /// Whether the start is still the import's guess, as the remark beside it says.
  private static func isFirstSign(_ started: Located<Instant>?, in draft: PostMortemDraft) -> Bool {
    guard let started else { return false }
    let line = draft.source.lineSpan(draft.source.line(at: started.span.start))
    return draft.source.text(line).contains(DraftFrontMatter.firstSignRemark)
  }

  private static func obstacle(_ draft: PostMortemDraft) -> String? {
    if !draft.hasReadableFrontMatter {
      return "its front matter cannot be read, so nothing is added to it and no other draft is written"
    }
    if draft.findings.contains(where: { $0.rule == "parser-limit" }) {
      return "it is too long to be read to its end, so nothing is added to it; move its evidence to an attached file"
    }
    return nil
  }

  /// The sources, of front matter that is broken by the lines that still look as imports write them.
  private static func sources(of draft: PostMortemDraft) -> [ImportSource] {
    guard !draft.hasReadableFrontMatter else { return draft.fields.importSources }
    let text = String(decoding: draft.source.bytes.prefix(64 * 1024), as: UTF8.self)
    return text.split(whereSeparator: \.isNewline).compactMap { line in
      guard let system = value(of: "system", in: line), let id = value(of: "id", in: line) else { return nil }
      return ImportSource(system: system, id: id)
    }
  }

  /// The value behind `key: ` in a line such as `- {system: pagerduty, id: "P 1"}`.
  private static func value(of key: String, in line: Substring) -> String? {
    guard let start = line.firstRange(of: "\(key): ")?.upperBound else { return nil }
    let rest = line[start...]
    let isQuoted = rest.hasPrefix("\"")
    let word = rest.drop { $0 == "\"" }.prefix { $0 != "\"" && (isQuoted || $0 != "," && $0 != "}" && $0 != " ") }
    return word.isEmpty ? nil : oneLine(String(word))
  }
}
