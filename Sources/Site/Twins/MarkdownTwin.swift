import Diagnostics
import KnowledgeBase
import Markdown
import PostMortems

/// A page as Markdown: the notice, the title, what the page tells at a glance, and the author's own text.
struct MarkdownTwin {
  private let site: SiteSource
  private let path: String
  private let root: String
  private var bytes: [UInt8] = []

  /// - Parameter path: of the page; the twin lies beside it.
  private init(_ path: String, title: String, in site: SiteSource) {
    self.site = site
    self.path = path
    root = site.options.baseURL.map { $0 + "/" } ?? SitePaths.root(of: path)
    bytes += "> \(TwinNotice.text)\n\n# ".utf8
    bytes += MarkdownEscaping.escaped(title) + [0x0A, 0x0A]
  }

  static func postMortem(_ position: Int, in site: SiteSource) -> [UInt8] {
    let postMortem = site.knowledgeBase.postMortems[position]
    var twin = MarkdownTwin(SitePaths.postMortem(postMortem.slug), title: postMortem.title, in: site)
    twin.facts(of: postMortem)
    twin.body(postMortem.draft.document, title: postMortem.draft.title.span)
    let related = site.knowledgeBase.related.of(position, limit: 5)
    twin.heading("Similar incidents", related.isEmpty)
    for relation in related {
      twin.item(relation.postMortem, note: relation.reasons.prefix(3).map(\.text).joined(separator: "; "))
    }
    return twin.bytes
  }

  static func cause(_ cause: Cause, in site: SiteSource) -> [UInt8] {
    var twin = MarkdownTwin(SitePaths.cause(cause.slug), title: cause.title, in: site)
    twin.fact("Cause", cause.slug)
    twin.fact("Status", cause.record?.status?.value)
    twin.fact("Category", cause.record?.category?.value)
    twin.fact("Owner", cause.record?.ownerTeam?.value)
    for sentence in CausePage.history(cause, site.knowledgeBase) { twin.fact("History", sentence) }
    twin.bytes.append(0x0A)
    if let record = cause.record { twin.body(record.document, title: record.title.span) }
    twin.heading("Incidents", cause.occurrences.isEmpty)
    for position in cause.occurrences { twin.item(position) }
    twin.heading("Where it contributed", cause.contributions.isEmpty)
    for position in cause.contributions { twin.item(position) }
    return twin.bytes
  }

  static func planPage(_ page: PlanPage, in site: SiteSource) -> [UInt8] {
    var twin = MarkdownTwin(SitePaths.planPage(page.slug), title: page.title.value, in: site)
    twin.body(page.document, title: page.title.span)
    return twin.bytes
  }

  private mutating func facts(of postMortem: PostMortem) {
    fact("Id", postMortem.id)
    fact("Severity", postMortem.severity?.name)
    fact("Status", [postMortem.status.rawValue, postMortem.kind.rawValue].joined(separator: ", "))
    for phase in postMortem.fields.phases {
      fact(VocabularyWords.capitalised(phase.name), phase.instant?.value.iso)
    }
    if postMortem.fields.started == nil { fact("Day", postMortem.day?.iso) }
    fact("Services", CountWords.list(postMortem.services))
    fact("Teams", CountWords.list(postMortem.teams))
    let causes = site.knowledgeBase.causes.rootCauses(of: postMortem)
    if !causes.isEmpty {
      bytes += "- Root causes: ".utf8
      for (number, slug) in causes.enumerated() {
        if number > 0 { bytes += ", ".utf8 }
        link(site.knowledgeBase.causes.cause(slug)?.title ?? slug, SitePaths.markdown(of: SitePaths.cause(slug)))
      }
      bytes.append(0x0A)
    }
    fact("Stopped by", PastMitigation.text(postMortem))
    bytes.append(0x0A)
  }

  private mutating func fact(_ name: String, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    bytes += "- \(name): ".utf8
    bytes += MarkdownEscaping.escaped(value) + [0x0A]
  }

  private mutating func body(_ document: Document, title: SourceSpan) {
    let links = DocumentLinks(
      site: site, file: document.source.path, anchors: HeadingAnchors(document), root: root)
    let heading = document.blocks.first { index in
      if case .heading = document.nodes[index].kind { return document.nodes[index].span == title }
      return false
    }
    let text = MarkdownText.bytes(of: document, links: TwinLinks(pages: links), skipping: heading)
    if !text.isEmpty { bytes += text + [0x0A] }
  }

  private mutating func heading(_ text: String, _ isEmpty: Bool) {
    if !isEmpty { bytes += "\n## \(text)\n\n".utf8 }
  }

  private mutating func item(_ position: Int, note: String = "") {
    let postMortem = site.knowledgeBase.postMortems[position]
    bytes += "- ".utf8
    link(postMortem.title, SitePaths.markdown(of: SitePaths.postMortem(postMortem.slug)))
    let words = [postMortem.day?.iso ?? "", postMortem.severity?.name ?? "", note].filter { !$0.isEmpty }
    if !words.isEmpty { bytes += Array(": ".utf8) + MarkdownEscaping.escaped(words.joined(separator: ", ")) }
    bytes.append(0x0A)
  }

  private mutating func link(_ text: String, _ path: String) {
    bytes += Array("[".utf8) + MarkdownEscaping.escaped(text) + Array("](\(root)\(path))".utf8)
  }
}
