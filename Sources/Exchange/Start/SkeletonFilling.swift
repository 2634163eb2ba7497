internal import Diagnostics
package import KnowledgeBase
internal import Markdown
package import PostMortems

/// Makes the text of a new post-mortem: a skeleton, or a draft that was imported, with what is known already filled in.
package struct SkeletonFilling: Sendable {
  private let knowledgeBase: KnowledgeBase
  private let skeletons: Skeletons

  package init(_ skeletons: Skeletons, in knowledgeBase: KnowledgeBase) {
    self.skeletons = skeletons
    self.knowledgeBase = knowledgeBase
  }

  /// A new post-mortem as text, with the day and the kind that its file is named by.
  package struct Filled: Sendable {
    package let text: String
    package let day: Day
    package let kind: String
  }

  /// - Parameters:
  ///   - request: what was asked for, in the spellings of the settings.
  ///   - imported: the markdown of a draft that takes the place of a skeleton.
  ///   - today: the day that counts where the request names no start.
  package func fill(_ request: NewPostMortem, imported: String? = nil, today: Day) throws(NewPostMortemError) -> Filled
  {
    let settings = knowledgeBase.settings
    let skeleton = if let imported { imported } else { try skeletons.text(for: request, settings: settings) }
    var matter = FrontMatterFilling(skeleton)
    let own = Self.draft(skeleton, settings).fields
    let kind = request.kind ?? own.kind?.value ?? "incident"
    if request.kind != nil || own.kind != nil { matter.set("kind", to: kind) }
    matter.set("title", to: request.title)
    if !matter.has("status") { matter.set("status", to: "draft") }
    if let severity = request.severity { matter.set("severity", to: severity) }
    if !request.services.isEmpty { matter.set("services", to: request.services) }
    let teams = owners(of: request.services)
    if !teams.isEmpty { matter.set("teams", to: teams) }
    if imported == nil, let zone = settings.timezone { matter.set("timezone", to: zone) }
    if let started = request.started { matter.set("started", to: started) }
    for key in settings.requiredFields { matter.ask(for: key) }

    let day = try day(of: matter.text, request, today: today)
    if let id = IDSeries.next(after: knowledgeBase.postMortems.compactMap { $0.fields.id?.value }, in: day.year) {
      matter.set("id", to: id)
    }
    let severity = request.severity ?? own.severity?.value
    return Filled(text: withRequiredSections(matter.text, severity: severity, kind: kind), day: day, kind: kind)
  }

  /// The id by which a knowledge base knows a text in a file.
  package func id(of text: String, file: String) -> String {
    Self.draft(text, knowledgeBase.settings, file: file).id.value
  }

  private func day(of text: String, _ request: NewPostMortem, today: Day) throws(NewPostMortemError) -> Day {
    let started = Self.draft(text, knowledgeBase.settings).fields.started?.value
    if let started { return started.day }
    guard let given = request.started else { return today }
    throw NewPostMortemError("'\(given)' is not a time", help: "write it like 2026-03-01T13:42Z or 2026-03-01")
  }

  /// The teams that the settings name as owners of services, each once.
  private func owners(of services: [String]) -> [String] {
    var seen: Set<String> = []
    return services.compactMap { name in knowledgeBase.settings.services.first { $0.slug == name }?.team }
      .filter { seen.insert($0).inserted }
  }

  /// The parts that the settings ask for and the text lacks go before the action items, or to the end.
  private func withRequiredSections(_ text: String, severity: String?, kind: String) -> String {
    let draft = Self.draft(text, knowledgeBase.settings)
    let missing = knowledgeBase.settings.sections.required(severity: severity, kind: kind).filter { role in
      draft.section(role) == nil && !(role == .rootCause && draft.section(.fiveWhys) != nil)
    }
    guard !missing.isEmpty else { return text }
    var lines = FrontMatterFilling.lines(of: text)
    while lines.last?.isEmpty == true { lines.removeLast() }
    lines.append("")
    let actions =
      missing.contains(.actionItems)
      ? nil : lines.firstIndex { Skeletons.role(ofHeading: $0) == .actionItems }
    lines.insert(contentsOf: missing.flatMap(skeletons.section), at: actions ?? lines.endIndex)
    while lines.last?.isEmpty == true { lines.removeLast() }
    return (lines + [""]).joined(separator: "\n")
  }

  private static func draft(_ text: String, _ settings: Settings, file: String = "new.md") -> PostMortemDraft {
    DraftReader.read(DocumentParser.parse(SourceFile(path: file, text: text)), settings: settings)
  }
}
