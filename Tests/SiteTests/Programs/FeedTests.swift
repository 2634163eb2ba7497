import PostMortems
import Testing

@testable import Site

/// News for feed readers.
@Suite struct FeedTests {
  private let published = RenderedSite(
    sampleCorpus, options: SiteOptions(editionAudience: "public", baseURL: "https://example.org/a&b"))

  @Test(arguments: [
    ("https://kb.example.org/x", "kb.example.org"), ("https://user@KB.example.org:8443", "kb.example.org"),
    ("http://localhost", "localhost"), ("https://[::1]/", "shop-outages.invalid"),
    ("kb.example.org", "shop-outages.invalid"), ("https://ex%41mple.org", "shop-outages.invalid"),
  ])
  func namesEntriesByTheSitesHost(base: String, authority: String) {
    let addresses = FeedAddresses(base: base, siteTitle: "Shop — outages!")
    #expect(addresses.id("incidents/pm-2/index.html") == "tag:\(authority),2026-01-01:incidents/pm-2")
    #expect(addresses.id("index.html") == "tag:\(authority),2026-01-01:all")
  }

  @Test(arguments: [("重要", "post-mortems.invalid"), (String(repeating: "a b", count: 60), nil)])
  func findsANameForEveryTitle(title: String, authority: String?) throws {
    let id = FeedAddresses(base: nil, siteTitle: title).id("x")
    let name = try #require(id.split(separator: ",").first).dropFirst("tag:".count)
    if let authority { #expect(name == authority) }
    #expect(name.split(separator: ".").allSatisfy { (1...63).contains($0.count) && $0.last != "-" })
  }

  @Test func leavesOutWhatNoXMLMayHold() {
    #expect(XMLText.escaped("a\u{0}\u{1}\u{B}\u{1B}\u{7F}\u{FFFE}\u{FFFF}b\u{FFFD}") == "ab\u{FFFD}")
    #expect(XMLText.escaped("<&>\"'\t\r\n\r]]>") == "&lt;&amp;&gt;&quot;'\t\n\n]]&gt;")
    #expect(XMLText.escaped("\u{EFBF}\u{1F600}é") == "\u{EFBF}\u{1F600}é")
  }

  @Test func carriesAbsoluteAddressesWhereTheSitesIsKnown() throws {
    let feed = try published.page("feed.xml")
    #expect(feed.contains("rel=\"self\" type=\"application/atom+xml\" href=\"https://example.org/a&amp;b/feed.xml\""))
    #expect(feed.contains("href=\"https://example.org/a&amp;b/incidents/pm-2/index.html\""))
    // Escaped as an attribute of the content, and once more as text of the feed.
    #expect(feed.contains("&lt;a href=&quot;https://example.org/a&amp;amp;b/services/proxy/index.html&quot;&gt;"))
    #expect(try published.page("feed.json").contains("\"feed_url\": \"https://example.org/a&b/feed.json\""))
  }

  @Test func leadsFromTheFeedsOwnFolderWhereTheSitesAddressIsUnknown() throws {
    let site = RenderedSite(sampleCorpus)
    #expect(try site.page("services/proxy/feed.xml").contains("href=\"../../incidents/pm-2/index.html\""))
    #expect(try !site.page("feed.xml").contains("rel=\"self\""))
    #expect(try !site.page("feed.json").contains("_url\""))
  }

  @Test func isNewsByWhatTheDocumentsSayWhateverTheDay() throws {
    let today = try published.page("feed.xml")
    let later = RenderedSite(
      sampleCorpus, options: SiteOptions(editionAudience: "public", baseURL: "https://example.org/a&b"),
      asOf: try #require(Day(iso: "2031-01-01")))
    #expect(try later.page("feed.xml") == today)
    #expect(today.contains("<published>2026-02-03T14:52:00Z</published>\n<updated>2026-02-10T00:00:00Z</updated>"))
  }

  @Test func tellsOfNoDraftAndOfNothingWithoutADay() throws {
    let feed = try published.page("feed.xml")
    #expect(feed.ranges(of: "<entry>").count == 2)
    #expect(!feed.contains("A drill"))
  }

  @Test(arguments: ["feed.xml", "services/proxy/feed.xml", "teams/edge/feed.xml", "causes/backtracking/feed.json"])
  func isLinkedFromThePageWhoseNewsItIs(path: String) throws {
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    let page = try published.page(folder.isEmpty ? "index.html" : "\(folder)/index.html")
    let root = folder.isEmpty ? "" : "../../"
    #expect(
      page.contains("<link rel=\"alternate\" type=\"application/\(path.hasSuffix("xml") ? "atom+xml" : "feed+json")\""))
    #expect(page.contains("href=\"\(root)\(path)\""))
    #expect(published.pages[path] != nil)
    #expect(try published.page("feeds/index.html").contains("href=\"../\(path)\""))
  }

  @Test func holdsTheNewestOnly() throws {
    let documents = (0..<(Feed.limit + 20)).map { number in
      "-- \(number).md --\n---\nid: PM-\(number)\ntitle: T\nstarted: \(Day(daysSinceEpoch: 18_000 + number).iso)\n---\n"
    }
    let feed = try RenderedSite(documents.joined()).page("feed.xml")
    #expect(feed.ranges(of: "<entry>").count == Feed.limit)
    #expect(feed.contains(":incidents/pm-119<") && !feed.contains(":incidents/pm-19<"))
  }
}
