import KnowledgeBase
import Language
import PostMortems
import Templates

/// What a server shows in place of a page that is not there.
struct NotFoundView: TemplateView {
  let page: PageFrame
  let recent: [IncidentRow]

  static let schema = ViewSchema<Self>(.view("page", \.page), .list("recent", \.recent))
}

/// Builds the page for addresses that lead nowhere.
enum NotFoundPage {
  static func view(in site: SiteSource) -> NotFoundView {
    let page = site.frames.frame(SitePaths.notFound, title: say("There is no page here"), isAnywhere: true)
    let positions = site.knowledgeBase.postMortems.indices.prefix(5)
    return NotFoundView(page: page, recent: positions.map { IncidentRow($0, site, root: page.root) })
  }
}
