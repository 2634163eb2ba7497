import Testing

@testable import Site

/// What a published site tells search engines and previews.
@Suite struct SitemapTests {
  private let published = RenderedSite(
    sampleCorpus, options: SiteOptions(editionAudience: "public", baseURL: "https://example.org/a&b"))

  @Test func listsEachPageOnceWhereTheAddressIsKnown() throws {
    let map = try published.page("sitemap.xml")
    #expect(map.ranges(of: "<loc>https://example.org/a&amp;b/incidents/pm-2/index.html</loc>").count == 1)
    #expect(!map.contains("404.html"))
    #expect(!map.contains("old-7"))
    #expect(map.ranges(of: "<url>").count == published.htmlPaths.count - 2)
    #expect(RenderedSite(sampleCorpus).pages["sitemap.xml"] == nil)
  }

  @Test func cutsALongListIntoLists() {
    let paths = (0..<(SitemapPage.limit + 1)).map { "p\($0).html" }
    let files = SitemapPage.files(of: paths, baseURL: "https://example.org")
    #expect(files.map(\.path) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"])
    #expect(String(decoding: files[0].bytes, as: UTF8.self).contains("<loc>https://example.org/sitemap-2.xml</loc>"))
  }

  @Test func describesAPostMortemToPreviews() throws {
    let page = try published.page("incidents/pm-2/index.html")
    for mark in [
      "property=\"og:type\" content=\"article\"", "property=\"article:published_time\" content=\"2026-02-03\"",
      "property=\"og:description\" content=\"Every request waited",
      "property=\"og:site_name\" content=\"Shop outages\"",
    ] { #expect(page.contains(mark)) }
    #expect(try published.page("index.html").contains("property=\"og:type\" content=\"website\""))
    #expect(try !RenderedSite(sampleCorpus).page("index.html").contains("og:"))
  }

  @Test func asksEnginesToStayAwayUnlessItIsPublic() throws {
    let robots = "<meta name=\"robots\" content=\"noindex\">"
    #expect(try !published.page("index.html").contains(robots))
    #expect(try RenderedSite(sampleCorpus).page("index.html").contains(robots))
  }

  @Test func leadsFromAFormerAddressToThePresentOne() throws {
    let page = try published.page("incidents/old-7/index.html")
    #expect(page.contains("content=\"0; url=../../incidents/pm-2/index.html\""))
    #expect(page.contains("rel=\"canonical\" href=\"https://example.org/a&amp;b/incidents/pm-2/index.html\""))
  }

  @Test func keepsRoomForAPictureOfKnownSize() throws {
    let gif = Array("GIF89a".utf8) + [0x20, 3, 0x58, 2]
    let site = RenderedSite(sampleCorpus, pictures: ["graph.png": try #require(PictureSize(head: gif))])
    #expect(
      try site.main("incidents/pm-2/index.html").contains(
        "<img src=\"../../files/graph.png\" alt=\"a graph\" width=\"800\" height=\"600\" loading=\"lazy\">"))
  }

  @Test func sendsThePolicyOfThePagesAsAHeaderWhereTheAddressIsKnown() throws {
    let headers = try published.page("_headers")
    let page = try published.page("index.html")
    let policy = try #require(HeadersFile.policy(of: Array(page.utf8)))
    #expect(policy.hasPrefix("default-src 'none'"))
    #expect(headers.hasPrefix("/a&b/*\n  Content-Security-Policy: \(policy)\n"))
    #expect(headers.contains("\n/a&b/metrics\n  Content-Type: text/plain"))
    #expect(!headers.contains("X-Robots-Tag"))
    #expect(RenderedSite(sampleCorpus).pages["_headers"] == nil)
  }

  @Test func keepsAnInternalSiteOutOfSearchEnginesByHeaderToo() throws {
    let site = RenderedSite(sampleCorpus, options: SiteOptions(baseURL: "https://example.org"))
    let headers = try site.page("_headers")
    #expect(headers.hasPrefix("/*\n"))
    #expect(headers.contains("\n  X-Robots-Tag: noindex\n/metrics\n"))
  }

  @Test func sendsNoPolicyWhereATemplateHasNone() {
    let headers = HeadersFile.document(
      page: Array("<head></head>".utf8), metrics: "metrics", baseURL: "https://example.org", isHidden: false)
    #expect(!String(decoding: headers, as: UTF8.self).contains("Content-Security-Policy"))
  }
}
