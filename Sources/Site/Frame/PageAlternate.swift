import Language
package import Templates

/// Another form of what a page says, or its news, for programs that come to the page.
package struct PageAlternate: TemplateView {
  let type: String
  let title: String
  let href: String

  package static let schema = ViewSchema<Self>(
    .text("type", \.type), .text("title", \.title), .text("href", \.href))
}

/// Which other forms a page has, by their paths; the frame makes the way to them.
struct PageForms {
  var feeds: FeedScope?
  /// Whether the page lies beside its own Markdown and data.
  var hasTwins = false

  static let none = PageForms()
  static let twins = PageForms(hasTwins: true)

  static func feeds(_ scope: FeedScope, hasTwins: Bool = false) -> PageForms {
    PageForms(feeds: scope, hasTwins: hasTwins)
  }

  /// The twins of a page first, then its own news, then that of the site.
  func alternates(of page: String, root: String, siteTitle: String) -> [PageAlternate] {
    let twins =
      hasTwins
      ? [
        PageAlternate(type: "text/markdown", title: "Markdown", href: root + SitePaths.markdown(of: page)),
        PageAlternate(type: "application/json", title: say("Data"), href: root + SitePaths.data(of: page)),
      ] : []
    let own = feeds.map { Self.feeds($0.title(siteTitle), folder: $0.folder, root) } ?? []
    return twins + own + Self.feeds(siteTitle, folder: "", root)
  }

  private static func feeds(_ title: String, folder: String, _ root: String) -> [PageAlternate] {
    [
      PageAlternate(type: "application/atom+xml", title: title, href: root + folder + SitePaths.atomFeed),
      PageAlternate(type: "application/feed+json", title: title, href: root + folder + SitePaths.jsonFeed),
    ]
  }
}
