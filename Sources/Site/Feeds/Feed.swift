import KnowledgeBase
import PostMortems

/// The news of one scope, ready to be written in either form.
struct Feed {
  let scope: FeedScope
  let siteTitle: String
  let title: String
  let description: String
  let addresses: FeedAddresses
  /// The last changed first.
  let entries: [FeedEntry]

  /// No reader takes in more at once, and a feed is asked for every hour.
  static let limit = 100

  /// - Parameter file: where the feed will lie, from which relative addresses lead.
  init(_ scope: FeedScope, _ times: FeedTimes, in site: SiteSource, file: String) {
    let settings = site.knowledgeBase.settings
    let addresses = FeedAddresses(base: site.options.baseURL, siteTitle: settings.title)
    self.scope = scope
    self.addresses = addresses
    siteTitle = settings.title
    title = scope.title(settings.title)
    description = scope.name == nil ? settings.description : ""
    entries = times.newest(of: scope.positions, limit: Self.limit).compactMap { position in
      times[position].map { FeedEntry(position, $0, in: site, root: addresses.root(of: file)) }
    }
  }

  /// Of the newest entry; the epoch where there is none, because the form asks for a time.
  var updated: String { (entries.first?.moments.updated ?? Instant(seconds: 0)).rfc3339 }
}
