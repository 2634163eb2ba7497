import KnowledgeBase
import Markdown
import PostMortems

/// Turns the addresses in one document of the input into addresses on one page of the site.
struct DocumentLinks: LinkResolver {
  let site: SiteSource
  /// The document, relative to the input.
  let file: String
  /// Its own fragments; nil where the document is shown away from its own page.
  let anchors: HeadingAnchors?
  /// The way from the page to the site's root.
  let root: String
  /// The page on which the document's fragments are, where that is another one.
  var home: String?

  static let pictures = [".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif"]

  func resolve(_ destination: String, isImage: Bool) -> ResolvedLink {
    switch site.knowledgeBase.links.target(of: destination, in: file) {
    case .external: return .link(href: destination)
    case .refused, .missing: return .textOnly
    case .fragment(let fragment): return own(fragment)
    case .attachment(let path): return attachment(path, isImage: isImage)
    case .postMortem(let position, let fragment):
      let postMortem = site.knowledgeBase.postMortems[position]
      return page(SitePaths.postMortem(postMortem.slug), fragment, of: postMortem.draft.document)
    case .cause(let slug, let fragment):
      let record = site.knowledgeBase.causes.cause(slug)?.record
      return page(SitePaths.cause(slug), fragment, of: record?.document)
    case .plan(let slug, let fragment):
      let plan = site.knowledgeBase.plan.first { $0.slug == slug }
      return page(SitePaths.planPage(slug), fragment, of: plan?.document)
    }
  }

  func reference(_ word: String) -> String? {
    guard let position = site.knowledgeBase.references.position(of: word) else { return nil }
    let postMortem = site.knowledgeBase.postMortems[position]
    return postMortem.file == file ? nil : root + SitePaths.postMortem(postMortem.slug)
  }

  private func own(_ fragment: String) -> ResolvedLink {
    if let home { return .link(href: root + home) }
    guard !fragment.isEmpty, let anchors, anchors.contains(fragment) else { return .textOnly }
    return .link(href: "#" + PercentEncoding.encodedPath(fragment))
  }

  private func attachment(_ path: String, isImage: Bool) -> ResolvedLink {
    let href = root + PercentEncoding.encodedPath(SitePaths.attachment(path))
    let lower = path.lowercased()
    guard isImage, Self.pictures.contains(where: lower.hasSuffix) else { return .link(href: href) }
    let size = site.pictures[path]
    return .image(source: href, width: size?.width, height: size?.height)
  }

  /// A fragment that the other document does not have is left out: the page itself still is right.
  private func page(_ path: String, _ fragment: String?, of document: Document?) -> ResolvedLink {
    guard let fragment, !fragment.isEmpty, let document, HeadingAnchors(document).contains(fragment) else {
      return .link(href: root + path)
    }
    return .link(href: "\(root)\(path)#\(PercentEncoding.encodedPath(fragment))")
  }
}
