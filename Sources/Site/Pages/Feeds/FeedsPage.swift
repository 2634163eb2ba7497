import KnowledgeBase
import Language
import Templates

/// Where news and data of the site are for programs.
struct FeedsView: TemplateView {
  let page: PageFrame
  let groups: [FeedGroup]
  /// Whether the feeds carry absolute addresses, so that a reader elsewhere can follow them.
  let hasAddress: Bool
  let limit: Int
  let hasCalendar: Bool

  static let schema = ViewSchema<Self>(
    .view("page", \.page), .list("groups", \.groups), .flag("hasAddress", \.hasAddress), .number("limit", \.limit),
    .flag("hasCalendar", \.hasCalendar))
}

/// The feeds of one family of pages.
struct FeedGroup: TemplateView {
  let title: String
  let rows: [FeedRow]

  static let schema = ViewSchema<Self>(.text("title", \.title), .list("rows", \.rows))
}

/// The two feeds of one page.
struct FeedRow: TemplateView {
  let name: LinkView
  let atom: String
  let json: String

  static let schema = ViewSchema<Self>(.view("name", \.name), .text("atom", \.atom), .text("json", \.json))

  init(_ scope: FeedScope, root: String) {
    name = LinkView(scope.name ?? say("All post-mortems"), href: root + scope.page)
    atom = root + scope.atom
    json = root + scope.json
  }
}

/// Builds the page that lists all feeds.
enum FeedsPage {
  static func view(in site: SiteSource) -> FeedsView {
    let base = site.knowledgeBase
    let root = SitePaths.root(of: SitePaths.feeds)
    let groups = [
      (say("Everything"), [FeedScope.whole(base)]), (say("Services"), base.services.map(FeedScope.service)),
      (say("Teams"), base.teams.map(FeedScope.team)), (say("Causes"), base.causes.all.map(FeedScope.cause)),
    ]
    return FeedsView(
      page: site.frames.frame(SitePaths.feeds, title: say("Feeds")),
      groups: groups.filter { !$0.1.isEmpty }.map { title, scopes in
        FeedGroup(title: title, rows: scopes.map { FeedRow($0, root: root) })
      },
      hasAddress: site.options.baseURL != nil, limit: Feed.limit, hasCalendar: base.actions.hasPromises)
  }
}
