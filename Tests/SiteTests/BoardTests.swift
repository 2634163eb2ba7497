import KnowledgeBase
import PostMortems
import Site
import TestSupport
import Testing

@Suite("Boards of action items")
struct BoardTests {
  private static func corpus(_ count: Int) -> String {
    let items = (1...count).map {
      "- [\($0 % 5 == 0 ? "x" : " ")] Promise \($0) of some length, so that a row is as long as one of an author (owner: @edge, due: 2026-0\(1 + $0 % 9)-01, type: prevent, ticket: EDGE-\($0))"
    }
    return """
      -- debrief.yml --
      teams: {edge: {title: Edge team}, core: {title: Core team}}
      services: {proxy: {title: Edge proxy, team: edge}}
      -- a.md --
      ---
      id: PM-1
      title: A post-mortem with many promises
      started: 2026-01-01
      services: [proxy]
      ---
      ## Action items

      \(items.joined(separator: "\n"))
      """
  }

  @Test func showsEveryPromiseOnceAndNoPageAbove60KB() throws {
    let site = RenderedSite(Self.corpus(500))
    for (folder, count) in [("actions/", 9), ("actions/by-team/edge/", 7), ("actions/by-service/proxy/", 7)] {
      let pages = (1...count).map { folder + ($0 == 1 ? "index.html" : "\($0)/index.html") }
      let texts = try pages.map { try site.page($0) }
      #expect(texts.allSatisfy { $0.utf8.count < 60_000 }, "\(texts.map(\.utf8.count))")
      #expect(site.pages["\(folder)\(count + 1)/index.html"] == nil)
      let whole = texts.joined()
      for number in [1, 61, 62, 499] {
        #expect(whole.ranges(of: "<td>Promise \(number) of").count == 1, "\(folder) \(number)")
      }
      // Every fifth one was done on a day that nobody stated: settled, hence on the board of everything alone.
      #expect(whole.ranges(of: "<td>Promise 500 of").count == (count == 9 ? 1 : 0), "\(folder)")
    }
  }

  @Test func leadsToTheColumnOnWhateverPageItBegins() throws {
    let site = RenderedSite(Self.corpus(500))
    let first = try site.page("actions/index.html")
    let link = try #require(first.firstMatch(of: /href="\.\.\/actions\/(\d)\/index\.html#page\.closed"/))
    #expect(try site.page("actions/\(link.output.1)/index.html").contains("id=\"page.closed\""))
    #expect(first.contains("rel=\"next\"") && !first.contains("rel=\"prev\""))
  }

  @Test func offersBoardsAndCalendarsOnlyOfThoseWhoPromised() throws {
    let site = RenderedSite(Self.corpus(3))
    #expect(site.pages["actions/by-team/core/index.html"] == nil)
    #expect(try site.page("actions/index.html").contains("href=\"../calendar.ics\""))
    #expect(try site.page("teams/edge/index.html").contains("href=\"../../teams/edge/calendar.ics\""))
    #expect(!(try site.page("teams/core/index.html").contains("calendar.ics")))
  }

  @Test func saysThatADateIsTheServiceLevel() throws {
    let site = RenderedSite(
      "---\ntitle: T\nseverity: SEV1\nstarted: 2026-01-01\n---\n## Action items\n\n- [ ] Bound it (owner: @edge)\n")
    #expect(
      try site.page("actions/index.html").contains("No date is set, and SEV1 items are due within 4 weeks."))
  }

  @Test func listsWhoOwesAPostMortemAndLinksTheListFromDataQuality() throws {
    let corpus = Corpus("---\ntitle: T\nstarted: 2026-01-01\n---\n")
    var record = IncidentRecord(
      source: ImportSource(system: "pagerduty", id: "P<1>", url: "javascript:alert(1)"), title: "Checkout & basket")
    record.severity = "SEV1"
    record.ended = Instant(seconds: 1_700_000_000)
    let verdicts = PostMortemsDue(corpus.knowledgeBase()).verdicts(of: [record])
    let site = RenderedSite(corpus.files[0].text, options: SiteOptions(owed: verdicts))
    let page = try site.page("owed/index.html")
    #expect(page.contains("Checkout &amp; basket") && page.contains("P&lt;1&gt;") && !page.contains("javascript:"))
    #expect(page.contains("1 of 1 incident owes a post-mortem, and it is late."))
    #expect(page.contains("Its severity is SEV1."))
    #expect(try site.page("quality/index.html").contains("href=\"../owed/index.html\""))
    #expect(RenderedSite(corpus.files[0].text).pages["owed/index.html"] == nil)
  }
}
