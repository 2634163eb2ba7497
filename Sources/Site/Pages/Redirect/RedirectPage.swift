import Diagnostics
import KnowledgeBase
import PostMortems
import Templates

/// The page at a former address, which leads on to the present one.
struct RedirectView: TemplateView {
  let page: PageFrame
  let title: String
  let href: String

  static let schema = ViewSchema<Self>(.view("page", \.page), .text("title", \.title), .text("href", \.href))
}

/// Finds the former addresses that documents name, and builds their pages.
enum RedirectPage {
  /// Paths and the positions of the post-mortems that they lead to; an address in use is never taken away.
  static func redirects(in site: SiteSource, taken: Set<String>) -> [(path: String, position: Int)] {
    var taken = taken
    var redirects: [(path: String, position: Int)] = []
    for (position, postMortem) in site.knowledgeBase.postMortems.enumerated() {
      for alias in postMortem.fields.aliases {
        let path = SitePaths.postMortem(Slug.make(alias.value))
        if taken.insert(path).inserted { redirects.append((path, position)) }
      }
    }
    return redirects
  }

  static func view(at path: String, to position: Int, in site: SiteSource) -> RedirectView {
    let postMortem = site.knowledgeBase.postMortems[position]
    let target = SitePaths.postMortem(postMortem.slug)
    let page = site.frames.frame(path, title: postMortem.title, area: .incidents, canonical: target)
    return RedirectView(page: page, title: postMortem.title, href: page.root + target)
  }
}
