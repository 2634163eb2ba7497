import KnowledgeBase
import Markdown
import PostMortems

/// Addresses in a document as its Markdown twin carries them: other documents' twins, not their pages.
struct TwinLinks: LinkResolver {
  let pages: DocumentLinks

  func resolve(_ destination: String, isImage: Bool) -> ResolvedLink {
    let link = pages.resolve(destination, isImage: isImage)
    guard case .link(let href) = link else { return link }
    switch pages.site.knowledgeBase.links.target(of: destination, in: pages.file) {
    case .postMortem, .cause, .plan: return .link(href: SitePaths.markdown(of: href))
    default: return link
    }
  }

  func reference(_ word: String) -> String? { pages.reference(word).map(SitePaths.markdown) }
}
