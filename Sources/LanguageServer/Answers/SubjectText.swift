internal import Diagnostics
internal import KnowledgeBase
internal import Markdown
internal import PostMortems

/// What is told of a subject beside a text: a few lines of Markdown in which the documents' own words are plain text.
struct SubjectText {
  private let workspace: Workspace
  private var base: KnowledgeBase { workspace.knowledgeBase }
  private static let longest = 400

  init(_ workspace: Workspace) {
    self.workspace = workspace
  }

  func markdown(_ subject: Subject) -> String {
    switch subject {
    case .key(let key): self.key(key)
    case .cause(let cause): self.cause(cause)
    case .postMortem(let position): postMortem(base.postMortems[position])
    case .plan(let slug): "**\(plain(base.plan.first { $0.slug == slug }?.title.value ?? slug))**\n\nResponse plan"
    case .service(let entry): self.entry(entry, "Service", postMortems: postMortems(ofService: entry.slug))
    case .team(let entry): self.entry(entry, "Team", postMortems: nil)
    case .severity(let level): "**\(plain(level.name))**" + (level.meaning.isEmpty ? "" : "\n\n" + plain(level.meaning))
    }
  }

  private func key(_ key: KeyDescription) -> String {
    var text = "**\(key.name)**\n\n\(plain(key.meaning))"
    let below = key.form.keys.map { "- `\($0.name)`: \(plain($0.meaning))" }
    if !below.isEmpty { text += "\n\n" + below.joined(separator: "\n") }
    let words = (key.form.wordList ?? key.form.keyList).map { workspace.words.vocabulary($0).words } ?? []
    if !words.isEmpty, words.count <= 40 { text += "\n\nOne of: " + words.map { "`\($0)`" }.joined(separator: ", ") }
    return text
  }

  func cause(_ cause: Cause) -> String {
    var lines = ["**\(plain(cause.title))**"]
    guard let record = cause.record else {
      return (lines + ["No record is written yet.", uses(cause)]).joined(separator: "\n\n")
    }
    let facts = [
      record.status.map { status in
        status.value + (record.statusSince.map { " since \($0.value.day.iso)" } ?? "")
      },
      record.category?.value, record.ownerTeam.map { "owner \($0.value)" },
    ].compactMap { $0 }
    if !facts.isEmpty { lines.append(plain(facts.joined(separator: " · "))) }
    if !record.aliases.isEmpty {
      lines.append("Also: " + plain(record.aliases.map(\.value).joined(separator: ", ")))
    }
    lines.append(uses(cause))
    for (role, name) in [(SectionRole.recognise, "How to recognise it"), (.firstCheck, "First check")] {
      if let text = firstText(of: record.section(role), in: record.document) { lines.append("*\(name)*: \(text)") }
    }
    return lines.joined(separator: "\n\n")
  }

  private func uses(_ cause: Cause) -> String {
    let count = cause.occurrences.count
    guard let newest = cause.occurrences.first else { return "No post-mortem has it as its root cause." }
    return "Root cause of \(count) post-mortem\(count == 1 ? "" : "s"), last "
      + plain(Self.line(base.postMortems[newest]) + " (\(base.postMortems[newest].id))")
  }

  func postMortem(_ postMortem: PostMortem) -> String {
    var lines = ["**\(plain(postMortem.title))**"]
    let facts: [String?] = [
      postMortem.id, postMortem.severity?.name, postMortem.day?.iso, postMortem.services.joined(separator: ", "),
    ]
    lines.append(plain(facts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · ")))
    if !postMortem.summary.isEmpty { lines.append(plain(Self.cut(postMortem.summary))) }
    let causes = base.causes.rootCauses(of: postMortem)
    if !causes.isEmpty { lines.append("Root causes: " + plain(causes.joined(separator: ", "))) }
    return lines.joined(separator: "\n\n")
  }

  private func postMortems(ofService slug: String) -> Int {
    base.postMortems.count { $0.services.contains(slug) }
  }

  private func entry(_ entry: CatalogueEntry, _ what: String, postMortems: Int?) -> String {
    let facts = [
      what, entry.team.map { "team \($0)" }, entry.tier.map { "tier \($0)" },
      postMortems.map { "\($0) post-mortem\($0 == 1 ? "" : "s")" },
    ].compactMap { $0 }
    return ["**\(plain(entry.title))**", plain(entry.description), plain(facts.joined(separator: " · "))]
      .filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private func firstText(of section: Section?, in document: Document) -> String? {
    guard let section else { return nil }
    for index in section.content where index >= 0 && index < document.nodes.count {
      switch document.nodes[index].kind {
      case .paragraph, .list:
        let text = document.plainText(of: index).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if !text.isEmpty { return plain(Self.cut(text)) }
      default: continue
      }
    }
    return nil
  }

  /// A post-mortem in one line: day and title.
  static func line(_ postMortem: PostMortem) -> String {
    postMortem.day.map { "\($0.iso) \(postMortem.title)" } ?? postMortem.title
  }

  private static func cut(_ text: String) -> String {
    guard text.unicodeScalars.count > longest else { return text }
    let head = String(String.UnicodeScalarView(text.unicodeScalars.prefix(longest)))
    return (head.lastIndex(of: " ").map { String(head[..<$0]) } ?? head) + " …"
  }

  private func plain(_ text: String) -> String {
    String(decoding: MarkdownEscaping.escaped(text), as: UTF8.self)
  }
}
