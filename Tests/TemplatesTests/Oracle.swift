import Foundation
import Mustache
import Templates
import Testing

/// Renders with swift-mustache; a value that is absent hides an outer one of the same name, as in a view.
func oracle(_ templates: [String: String], page: SamplePage) throws -> String {
  let library = MustacheLibrary(templates: try templates.mapValues { try MustacheTemplate(string: $0) })
  return try #require(library.render(page.mustache, withTemplate: "page"))
}

extension SamplePage {
  var mustache: [String: Any] {
    [
      "title": title, "summary": summary ?? NSNull(), "body": String(decoding: body, as: UTF8.self),
      "aside": aside.map { String(decoding: $0, as: UTF8.self) } ?? NSNull(), "badge": badge, "total": total,
      "limit": limit ?? NSNull(), "isDraft": isDraft, "isPublic": isPublic, "words": words,
      "items": items.map(\.mustache), "author": author.mustache, "reviewer": reviewer?.mustache ?? NSNull(),
      "titleTwice": titleTwice, "openItems": openItems.map(\.mustache),
    ]
  }
}

extension SampleItem {
  var mustache: [String: Any] {
    [
      "name": name, "note": note ?? NSNull(), "rank": rank, "isOpen": isOpen, "tags": tags,
      "children": children.map(\.mustache), "owner": owner?.mustache ?? NSNull(),
    ]
  }
}

extension SamplePerson {
  var mustache: [String: Any] { ["name": name, "team": team ?? NSNull()] }
}
