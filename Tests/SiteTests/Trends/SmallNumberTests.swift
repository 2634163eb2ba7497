import KnowledgeBase
import TestSupport
import Testing

@testable import Site

/// None, a list, dots, a summary: the presentation follows the number of incidents.
struct SmallNumberTests {
  private func page(_ count: Int) throws -> Substring {
    var incidents = Incidents()
    incidents.add(count, from: try day("2025-11-03"), prefix: "i", "severity: SEV2\nmitigated: 2025-12-24T08:00Z")
    return try TrendSite(incidents).main("trends/how-do-we-stop-it.html")
  }

  @Test func noneIsSaidInWords() throws {
    let page = try page(0)
    #expect(page.contains("None recorded."))
    #expect(!page.contains("<svg"))
  }

  @Test func threeAreListedWithoutAChart() throws {
    let page = try page(3)
    #expect(!page.contains("<svg"))
    #expect(page.contains("<li><a href=\"../incidents/i-2/index.html\">"))
  }

  @Test func twelveAreDotsWithoutALine() throws {
    let page = try page(12)
    #expect(page.contains("class=\"dot\""))
    #expect(!page.contains("class=\"median\"") && !page.contains("class=\"band\""))
    #expect(page.contains("fewer than 20"))
  }

  @Test func fortyAreSummedUpWithAnInterval() throws {
    let page = try page(40)
    #expect(page.contains("class=\"median\"") && page.contains("class=\"band\""))
  }

  @Test func columnsAreDotsBelowTwenty() throws {
    for (count, mark) in [(12, "<circle class=\"sev2\""), (40, "<rect class=\"sev2\"")] {
      var incidents = Incidents()
      incidents.add(count, from: try day("2025-11-03"), prefix: "i")
      let page = try TrendSite(incidents).main("trends/what-hurt.html")
      #expect(page.contains(mark))
      #expect(page.contains("<circle class=\"sev2\"") == (count < 20))
    }
  }
}
