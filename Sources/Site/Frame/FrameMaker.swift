package import KnowledgeBase
import Language
import PostMortems

/// The families of pages that the header leads to.
package enum SiteArea: String, CaseIterable, Sendable {
  case incidents, causes, services, teams, actions, trends

  /// Those that have pages, in the order of the header.
  package static let shown: [SiteArea] = SiteArea.allCases

  package var title: String {
    switch self {
    case .incidents: say("Incidents")
    case .causes: say("Causes")
    case .services: say("Services")
    case .teams: say("Teams")
    case .actions: say("Actions")
    case .trends: say("Trends")
    }
  }

  package var path: String {
    switch self {
    case .incidents: SitePaths.incidents
    case .causes: SitePaths.causes
    case .services: SitePaths.services
    case .teams: SitePaths.teams
    case .actions: SitePaths.actions
    case .trends: SitePaths.trends
    }
  }
}

/// Makes the frame of each page from what all have in common.
package struct FrameMaker: Sendable {
  private let siteTitle: String
  private let siteDescription: String
  private let baseURL: String?
  private let isHidden: Bool
  private let footer: FooterView

  package init(_ knowledgeBase: KnowledgeBase, _ options: SiteOptions) {
    siteTitle = knowledgeBase.settings.title
    siteDescription = knowledgeBase.settings.description
    baseURL = options.baseURL
    isHidden = !options.isPublic
    footer = FooterView(
      count: CountWords.text(knowledgeBase.postMortems.count, "post-mortem"),
      dataThrough: knowledgeBase.dataThrough.map(DateWords.long), asOf: DateWords.long(knowledgeBase.asOf),
      audience: Language.current.word(options.editionAudience) ?? options.editionAudience,
      commit: options.commit.map { String($0.prefix(12)) },
      version: options.generatorVersion.isEmpty ? nil : options.generatorVersion)
  }

  /// - Parameters:
  ///   - area: the family that the header marks; its index is put into the way back unless it is the page itself.
  ///   - parents: the pages between the area's index and this one.
  ///   - canonical: the path that stands for the page, where it is another one.
  ///   - published: the day of the incident that the page is about.
  ///   - forms: in which other forms the page is there.
  ///   - isAnywhere: whether the page may be served in place of any other, so that only absolute links hold.
  func frame(
    _ path: String, title: String, area: SiteArea? = nil, parents: [(text: String, path: String)] = [],
    description: String? = nil, isAnywhere: Bool = false, canonical: String? = nil,
    published: String? = nil, forms: PageForms = .none
  ) -> PageFrame {
    let root = isAnywhere ? baseURL.map { $0 + "/" } ?? SitePaths.root(of: path) : SitePaths.root(of: path)
    var crumbs = [LinkView(say("Home"), href: root + SitePaths.home)]
    if let area, area.path != path { crumbs.append(LinkView(area.title, href: root + area.path)) }
    crumbs += parents.map { LinkView($0.text, href: root + $0.path) }
    let isHome = path == SitePaths.home
    let language = Language.current
    return PageFrame(
      language: language.code, isRightToLeft: language.isRightToLeft, title: title, description: description,
      root: root, siteTitle: siteTitle, siteDescription: siteDescription,
      canonical: baseURL.map { "\($0)/\(canonical ?? path)" }, published: published,
      alternates: forms.alternates(of: path, root: root, siteTitle: siteTitle), isHidden: isHidden, isHome: isHome,
      navigation: SiteArea.shown.map { NavigationItem(text: $0.title, href: root + $0.path, isCurrent: $0 == area) },
      crumbs: isHome ? [] : crumbs, footer: footer)
  }
}
