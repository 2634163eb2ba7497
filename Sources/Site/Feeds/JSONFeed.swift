import Diagnostics

/// A feed in the form of JSON Feed 1.1.
///
/// The form has no addresses but absolute ones: while the site's is unknown there are none, and the content is plain
/// text, whose links cannot lead astray.
enum JSONFeed {
  static func document(_ feed: Feed) -> [UInt8] {
    let members: [(String, JSONValue?)] = [
      ("version", .string("https://jsonfeed.org/version/1.1")),
      ("title", .string(feed.title)),
      ("home_page_url", feed.addresses.absolute(feed.scope.page).map { .string($0) }),
      ("feed_url", feed.addresses.absolute(feed.scope.json).map { .string($0) }),
      ("description", feed.description.isEmpty ? nil : .string(feed.description)),
      ("authors", .array([.object(["name": .string(feed.siteTitle)])])),
      ("items", .array(feed.entries.map { item($0, feed) })),
    ]
    return Array(object(members).text.utf8)
  }

  private static func item(_ entry: FeedEntry, _ feed: Feed) -> JSONValue {
    let address = feed.addresses.absolute(entry.path)
    let content = address == nil ? entry.text : String(decoding: entry.html, as: UTF8.self)
    return object([
      ("id", .string(feed.addresses.id(entry.path))),
      ("url", address.map { .string($0) }),
      ("title", .string(entry.title)),
      (address == nil ? "content_text" : "content_html", .string(content)),
      ("summary", entry.summary.isEmpty ? nil : .string(entry.summary)),
      ("date_published", .string(entry.moments.published.rfc3339)),
      ("date_modified", .string(entry.moments.updated.rfc3339)),
      ("tags", entry.categories.isEmpty ? nil : .strings(entry.categories)),
    ])
  }

  private static func object(_ members: [(String, JSONValue?)]) -> JSONValue {
    .object(members.compactMap { key, value in value.map { JSONValue.Member(key, $0) } })
  }
}
