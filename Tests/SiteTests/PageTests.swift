import Site
import TestSupport
import Testing

/// What holds for every page of a site.
@Suite struct PageTests {
  static let site = RenderedSite(sampleCorpus)

  @Test(arguments: site.htmlPaths)
  func keepsThePolicy(path: String) throws {
    let page = try Self.site.page(path)
    #expect(page.contains("<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\""))
    #expect(!page.contains(" style=") && !page.contains("<style"))
    for script in page.matches(of: /<script([^>]*)>/) { #expect(script.output.1.contains("src=")) }
    #expect(page.firstMatch(of: /\ on[a-z]+=/) == nil)
  }

  @Test(arguments: site.htmlPaths)
  func hasOneHeadingOfTheFirstLevelAndNoIDTwice(path: String) throws {
    let page = try Self.site.page(path)
    #expect(page.matches(of: /<h1[ >]/).count == 1)
    let ids = HTML.attributes("id", in: page)
    #expect(ids.count == Set(ids).count, "\(ids.sorted())")
  }

  @Test(arguments: site.htmlPaths)
  func namesAFileInEveryLinkAndEachOneExists(path: String) throws {
    let site = Self.site
    let planned = site.plan.pages.map(\.path) + site.plan.assets.map(\.path) + site.plan.copies.map(\.sitePath)
    // The index of the search and the calendars and metrics are made beside the plan.
    let known = Set(planned + ["search/index.js", "metrics", "calendar.ics", "teams/edge/calendar.ics"])
    for address in HTML.addresses(in: try site.page(path)) where !address.hasPrefix("http") && address != "data:," {
      #expect(!address.hasPrefix("/"))
      let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      let target = parts[0].isEmpty ? path : HTML.resolve(String(parts[0]), from: path)
      #expect(known.contains(target), "\(address) on \(path)")
      if parts.count > 1 {
        #expect(HTML.attributes("id", in: try site.page(target)).contains(String(parts[1])), "\(address) on \(path)")
      }
    }
  }

  @Test func usesAbsoluteLinksWhereAPageMayBeServedAnywhere() throws {
    let site = RenderedSite(sampleCorpus, options: SiteOptions(baseURL: "https://example.org/pm"))
    #expect(try site.page("404.html").contains("href=\"https://example.org/pm/assets/boards.css\""))
    #expect(
      try site.page("causes/index.html").contains(
        "<link rel=\"canonical\" href=\"https://example.org/pm/causes/index.html\">"))
  }

  @Test func asksSearchEnginesToStayAwayUnlessThePublicIsMeant() throws {
    let hidden = try RenderedSite(sampleCorpus).page("index.html")
    let shown = try RenderedSite(sampleCorpus, options: SiteOptions(editionAudience: "public")).page("index.html")
    #expect(hidden.contains("content=\"noindex\"") && !shown.contains("content=\"noindex\""))
  }
}

/// Just enough of HTML to look into pages of our own making.
enum HTML {
  static func attributes(_ name: String, in page: String) -> [String] {
    page.split(separator: " \(name)=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
  }

  static func addresses(in page: String) -> [String] { attributes("href", in: page) + attributes("src", in: page) }

  static func resolve(_ address: String, from path: String) -> String {
    var parts = path.split(separator: "/").dropLast().map(String.init)
    for part in address.split(separator: "/").map(String.init) {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}
