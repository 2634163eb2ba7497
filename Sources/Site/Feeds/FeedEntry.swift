import KnowledgeBase
import Markdown
import PostMortems

/// One post-mortem as news.
struct FeedEntry {
  let title: String
  let path: String
  let moments: FeedTimes.Moments
  /// Severity, kind where it is no incident, services, root causes: in this order, each once.
  let categories: [String]
  /// The first paragraph, one line.
  let summary: String
  /// The facts, the summary and what stopped it, as plain text.
  let text: String
  /// The same with the author's markup.
  let html: [UInt8]

  /// - Parameters:
  ///   - root: put before each path of the site.
  init(_ position: Int, _ moments: FeedTimes.Moments, in site: SiteSource, root: String) {
    let postMortem = site.knowledgeBase.postMortems[position]
    title = postMortem.title
    path = SitePaths.postMortem(postMortem.slug)
    self.moments = moments
    summary = Excerpt.text(postMortem.summary, limit: 300)
    let causes = IncidentRow.causes(of: postMortem, site, root: root)
    let services = IncidentRow.services(of: postMortem, site, root: root)
    categories = Self.categories(postMortem, services + causes)
    let mitigation = PastMitigation.text(postMortem, word: VocabularyWords.text)
    let facts = [
      Fact("Severity", [postMortem.severity.map { LinkView($0.name) }].compactMap { $0 }),
      Fact("Began", Self.start(of: postMortem, site)),
      Fact("Services", services), Fact("Root causes", causes),
    ].filter { !$0.values.isEmpty }
    text = Self.text(facts, postMortem.summary, mitigation)
    html = Self.html(facts, postMortem, mitigation, site, root)
  }

  private static func start(of postMortem: PostMortem, _ site: SiteSource) -> [LinkView] {
    guard let start = postMortem.started else { return [] }
    let settings = site.knowledgeBase.settings
    let hasZone = postMortem.fields.started.map { postMortem.draft.hasZone($0, settings: settings) } ?? true
    return [LinkView(TimeView(start, hasZone: hasZone).words)]
  }

  private static func categories(_ postMortem: PostMortem, _ links: [LinkView]) -> [String] {
    var seen: Set<String> = []
    let kind = postMortem.kind == .incident ? nil : VocabularyWords.text(postMortem.kind.rawValue)
    let words = [postMortem.severity?.name, kind].compactMap { $0 } + links.map(\.text)
    return words.filter { seen.insert($0).inserted }
  }

  private static func text(_ facts: [Fact], _ summary: String, _ mitigation: String?) -> String {
    let lines = facts.map { "\($0.name): \(CountWords.list($0.values.map(\.text)))" }
    let parts = [lines.joined(separator: "\n"), summary, mitigation.map { "Stopped by: \($0)" } ?? ""]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private static func html(
    _ facts: [Fact], _ postMortem: PostMortem, _ mitigation: String?, _ site: SiteSource, _ root: String
  ) -> [UInt8] {
    var output: [UInt8] = []
    if !facts.isEmpty {
      output += "<ul>\n".utf8
      for fact in facts { fact.append(to: &output) }
      output += "</ul>\n".utf8
    }
    output += Self.summary(postMortem, site, root)
    if let mitigation {
      output += "<p><strong>Stopped by:</strong> ".utf8
      HTMLEscaping.append(mitigation.utf8, to: &output)
      output += "</p>\n".utf8
    }
    return output
  }

  /// The section of that name, else the first paragraph.
  private static func summary(_ postMortem: PostMortem, _ site: SiteSource, _ root: String) -> [UInt8] {
    let draft = postMortem.draft
    if let section = draft.section(.summary),
      let html = SectionExcerpt.html(
        section, of: draft.document, home: SitePaths.postMortem(postMortem.slug), prefix: "", site: site, root: root,
        level: 3)
    {
      return html
    }
    guard !postMortem.summary.isEmpty else { return [] }
    var output = Array("<p>".utf8)
    HTMLEscaping.append(postMortem.summary.utf8, to: &output)
    return output + "</p>\n".utf8
  }
}

/// A line of an entry: a name and what it leads to.
private struct Fact {
  let name: String
  let values: [LinkView]

  init(_ name: String, _ values: [LinkView]) {
    self.name = name
    self.values = values
  }

  func append(to output: inout [UInt8]) {
    output += "<li>\(name): ".utf8
    for (number, value) in values.enumerated() {
      if number > 0 { output += ", ".utf8 }
      if let href = value.href { output += "<a href=\"\(HTMLEscaping.escaped(href))\">".utf8 }
      HTMLEscaping.append(value.text.utf8, to: &output)
      if value.href != nil { output += "</a>".utf8 }
    }
    output += "</li>\n".utf8
  }
}
