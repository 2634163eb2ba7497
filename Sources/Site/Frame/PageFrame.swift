package import Templates

/// What every page has around its content: head, header, way back, footer. A page's view carries it as `page`.
package struct PageFrame: TemplateView {
  /// The language of the page's own words, and whether they run from right to left.
  package let language: String
  package let isRightToLeft: Bool
  package let title: String
  /// One sentence for search engines and previews; nil where the site's own description serves.
  package let description: String?
  /// The way to the site's root: empty, or `../` once a folder.
  package let root: String
  package let siteTitle: String
  package let siteDescription: String
  /// Absolute address of the page, where the site's is known.
  package let canonical: String?
  /// The day of the incident that the page is about, `2019-07-02`; nil for every other page.
  package let published: String?
  /// Other forms of the page, and feeds.
  package let alternates: [PageAlternate]
  package let isHidden: Bool
  package let isHome: Bool
  package let navigation: [NavigationItem]
  package let crumbs: [LinkView]
  package let footer: FooterView

  package static let schema = ViewSchema<Self>(
    .text("language", \.language), .flag("isRightToLeft", \.isRightToLeft),
    .text("title", \.title), .text("description", \.description), .text("root", \.root),
    .text("siteTitle", \.siteTitle), .text("siteDescription", \.siteDescription).extra,
    .text("canonical", \.canonical), .text("published", \.published),
    .list("alternates", \.alternates), .flag("isHidden", \.isHidden),
    .flag("isHome", \.isHome),
    .list("navigation", \.navigation), .list("crumbs", \.crumbs), .view("footer", \.footer))
}

/// An entry of the header's navigation.
package struct NavigationItem: TemplateView {
  package let text: String
  package let href: String
  package let isCurrent: Bool

  package static let schema = ViewSchema<Self>(
    .text("text", \.text), .text("href", \.href), .flag("isCurrent", \.isCurrent))
}

/// Words that lead somewhere, or only stand there.
package struct LinkView: TemplateView {
  package let text: String
  package let href: String?

  package init(_ text: String, href: String? = nil) {
    self.text = text
    self.href = href
  }

  package static let schema = ViewSchema<Self>(.text("text", \.text), .text("href", \.href))
}

/// What the foot of each page says of the data behind it.
package struct FooterView: TemplateView {
  /// `27 post-mortems`.
  package let count: String
  /// `18 November 2025`; nil where nothing has a date.
  package let dataThrough: String?
  package let asOf: String
  package let audience: String
  package let commit: String?
  package let version: String?

  package static let schema = ViewSchema<Self>(
    .text("count", \.count), .text("dataThrough", \.dataThrough), .text("asOf", \.asOf),
    .text("audience", \.audience), .text("commit", \.commit), .text("version", \.version))
}
