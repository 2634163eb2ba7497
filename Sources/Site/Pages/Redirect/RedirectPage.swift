import Diagnostics
import KnowledgeBase
import Language
import PostMortems
import Templates

/// The page at a former address, which leads on to the present one.
struct RedirectView: TemplateView {
  let page: PageFrame
  let title: String
  /// `post-mortem` or `cause`.
  let what: String
  let href: String

  static let schema = ViewSchema<Self>(
    .view("page", \.page), .text("title", \.title), .text("what", \.what), .text("href", \.href))
}

/// Finds the former addresses that documents name, and builds their pages.
enum RedirectPage {
  /// The addresses of merged and renamed causes: every alias leads to its record; an address in use is kept.
  static func causes(in site: SiteSource, taken: Set<String>) -> [(path: String, cause: Cause)] {
    var taken = taken
    return site.knowledgeBase.causes.all.flatMap { cause in
      (cause.record?.aliases ?? []).map { (path: SitePaths.cause(Slug.make($0.value)), cause: cause) }
    }.filter { redirect in
      // Of two records that claim a name, the one that counts for it gets the address.
      let name = redirect.path.split(separator: "/")[1]
      return site.knowledgeBase.causes.canonical(String(name)) == redirect.cause.slug
        && taken.insert(redirect.path).inserted
    }
  }

  static func view(at path: String, to cause: Cause, in site: SiteSource) -> RedirectView {
    let target = SitePaths.cause(cause.slug)
    let page = site.frames.frame(path, title: cause.title, area: .causes, canonical: target)
    return RedirectView(page: page, title: cause.title, what: say("cause"), href: page.root + target)
  }

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
    return RedirectView(page: page, title: postMortem.title, what: say("post-mortem"), href: page.root + target)
  }
}
