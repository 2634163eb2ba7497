import Diagnostics
import KnowledgeBase
import Language
import PostMortems
import Templates

/// A post-mortem as one line of a list or table.
struct IncidentRow: TemplateView {
  let title: String
  let href: String
  let date: TimeView?
  let severity: SeverityView?
  /// `draft`, `in review`, `drill`, `near miss`; nothing for a published incident.
  let note: String?
  let services: [LinkView]
  let causes: [LinkView]
  /// From start to mitigation, else to resolution.
  let duration: String?
  /// The head of its summary; empty where a list has no room for it.
  let summary: String

  init(_ position: Int, _ site: SiteSource, root: String, withSummary: Bool = false) {
    let postMortem = site.knowledgeBase.postMortems[position]
    title = postMortem.title
    href = root + SitePaths.postMortem(postMortem.slug)
    date = postMortem.day.map { TimeView($0) }
    severity = postMortem.severity.map { SeverityView($0, site.knowledgeBase.settings) }
    note = Self.note(postMortem)
    services = Self.firstServices(of: postMortem, site, root: root)
    causes = Self.causes(of: postMortem, site, root: root)
    duration = Phases(postMortem).harm.map { DurationWords.text(seconds: $0) }
    summary = withSummary ? Excerpt.text(postMortem.summary, limit: 180) : ""
  }

  static func note(_ postMortem: PostMortem) -> String? {
    var words: [String] = []
    switch postMortem.status {
    case .draft: words.append(say("draft"))
    case .review: words.append(say("in review"))
    case .published: break
    }
    switch postMortem.kind {
    case .drill: words.append(say("drill"))
    case .nearMiss: words.append(say("near miss"))
    case .incident: break
    }
    return words.isEmpty ? nil : words.joined(separator: Language.current.formats.comma)
  }

  static func services(of postMortem: PostMortem, _ site: SiteSource, root: String) -> [LinkView] {
    postMortem.services.map { CatalogueLinks.service($0, site, root: root) }
  }

  /// As many links as a row has room for, and how many more there are: on its page they are all named.
  private static let longestList = 12

  private static func firstServices(of postMortem: PostMortem, _ site: SiteSource, root: String) -> [LinkView] {
    let services = postMortem.services
    guard services.count > longestList else { return self.services(of: postMortem, site, root: root) }
    let rest = LinkView(say("… and \(CountWords.number(services.count - longestList)) more"), href: nil)
    return services.prefix(longestList).map { CatalogueLinks.service($0, site, root: root) } + [rest]
  }

  static func teams(of postMortem: PostMortem, _ site: SiteSource, root: String) -> [LinkView] {
    postMortem.teams.map { CatalogueLinks.team($0, site, root: root) }
  }

  static func causes(of postMortem: PostMortem, _ site: SiteSource, root: String) -> [LinkView] {
    var seen: Set<String> = []
    return postMortem.fields.rootCauses.compactMap { name in
      guard let cause = site.knowledgeBase.causes.cause(name.value), seen.insert(cause.slug).inserted else {
        return nil
      }
      return LinkView(cause.title, href: root + SitePaths.cause(cause.slug))
    }
  }

  static let schema = ViewSchema<Self>(
    .text("title", \.title), .text("href", \.href), .view("date", \.date), .view("severity", \.severity),
    .text("note", \.note), .list("services", \.services), .list("causes", \.causes), .text("duration", \.duration),
    .text("summary", \.summary))
}

/// Links to services and teams by the names that documents use.
enum CatalogueLinks {
  static func service(_ name: String, _ site: SiteSource, root: String) -> LinkView {
    let service = site.service(name)
    return LinkView(service?.entry.title ?? name, href: service.map { root + SitePaths.service($0.slug) })
  }

  static func team(_ name: String, _ site: SiteSource, root: String) -> LinkView {
    let team = site.team(name)
    return LinkView(team?.entry.title ?? name, href: team.map { root + SitePaths.team($0.slug) })
  }
}

/// The head of a text, cut between sentences, or between words where the first sentence is too long.
enum Excerpt {
  static func text(_ text: String, limit: Int) -> String {
    guard text.utf8.count > limit, let cut = text.index(text.startIndex, offsetBy: limit, limitedBy: text.endIndex),
      cut < text.endIndex
    else { return text }
    let head = text[..<cut]
    if let end = head.ranges(of: ". ").last, head[..<end.lowerBound].count > limit / 3 {
      return String(head[..<end.lowerBound]) + "."
    }
    let end = head.lastIndex(of: " ") ?? head.endIndex
    var kept = head[..<end]
    while let last = kept.last, ",;:.–—-".contains(last) { kept.removeLast() }
    return kept + " …"
  }
}
