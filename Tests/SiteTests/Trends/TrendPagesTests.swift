import KnowledgeBase
import PostMortems
import Templates
import TestSupport
import Testing

@testable import Site

struct TrendPagesTests {
  private func site() throws -> TrendSite {
    var incidents = Incidents()
    incidents.add(
      60, from: try day("2025-05-03"), prefix: "a",
      "severity: SEV1\nservices: [checkout]\nteams: [shop]\nroot_causes: [leak]\nmitigated: 2025-06-24T08:00Z")
    incidents.add(7, from: try day("2025-11-03"), prefix: "b", "severity: SEV2\nkind: near-miss")
    return try TrendSite(incidents)
  }

  private func pages(_ site: TrendSite) -> [String] { site.plan.keys.sorted().filter { $0.hasSuffix(".html") } }

  @Test func everyLinkLeadsToAPlannedPageOrItsFragment() throws {
    let site = try site()
    for path in pages(site) {
      let links = try site.main(path).split(separator: "href=\"").dropFirst().compactMap {
        $0.split(separator: "\"").first
      }
      for link in links {
        let parts = link.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
        let target = Self.resolve(parts[0], from: path)
        guard target.hasPrefix("trends/") else { continue }
        #expect(site.plan[target] != nil, "\(path) links \(link)")
        if parts.count == 2, site.plan[target] != nil {
          #expect(try site.text(target).contains("id=\"\(parts[1])\""), "\(path) links \(link)")
        }
      }
    }
  }

  @Test func noPageHasInlineStylesOrScripts() throws {
    let site = try site()
    for path in pages(site) {
      let page = try site.main(path)
      #expect(!page.contains("style=") && !page.contains("<style") && !page.contains("<script"), "\(path)")
    }
  }

  @Test func idsAreUniqueOnEveryPage() throws {
    let site = try site()
    for path in pages(site) {
      let ids = try site.text(path).split(separator: " id=\"").dropFirst().compactMap {
        $0.split(separator: "\"").first
      }
      #expect(Set(ids).count == ids.count, "\(path)")
    }
  }

  @Test func aServiceATeamAndASeverityWithFiveIncidentsHaveTrendsOfTheirOwn() throws {
    let site = try site()
    for part in ["services/checkout", "teams/shop", "severities/sev1"] {
      #expect(try site.main("trends/\(part)/index.html").contains("60 published incidents"))
    }
    #expect(site.plan["trends/severities/sev2/index.html"] == nil)
  }

  @Test func rendersTheSameBytesTwice() throws {
    let (first, second) = (try site(), try site())
    for path in pages(first) { #expect(try first.text(path) == second.text(path), "\(path)") }
  }

  @Test func anEmptyKnowledgeBaseHasPagesThatSaySo() throws {
    let site = try TrendSite(Incidents())
    for question in Question.allCases {
      #expect(try site.main(TrendPaths.question(question)).contains("None recorded."))
    }
    #expect(try site.main("trends/index.html").contains("Nothing recorded yet."))
  }

  private static func resolve(_ link: String, from page: String) -> String {
    if link.isEmpty { return page }
    var parts = page.split(separator: "/").dropLast().map(String.init)
    for part in link.split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }
}

/// A review has to fit two printed pages, whatever happened.
struct ReviewPageTests {
  @Test func listsAtMostEightOfEachAndSaysSo() throws {
    var incidents = Incidents()
    incidents.add(1, from: try day("2025-05-03"), prefix: "early", "severity: SEV1\nroot_causes: [leak]")
    incidents.add(30, from: try day("2025-11-03"), prefix: "late", "severity: SEV1\nroot_causes: [leak]")
    let page = try TrendSite(incidents).main("trends/2025-q4.html")
    #expect(page.ranges(of: "<tr>").count == 2 * (1 + 8))
    #expect(page.contains("The table holds 8 of 30 incidents."))
    #expect(page.contains("Promise something against &#39;leak&#39;, which came back and has no open action item."))
  }

  @Test func aPeriodThatIsNotOverSaysSo() throws {
    var incidents = Incidents()
    incidents.add(3, from: try day("2026-01-03"), prefix: "new")
    #expect(try TrendSite(incidents).main("trends/2026-q1.html").contains("This period is not over"))
  }

  @Test func aGroupOfRowsIsCutAndTheDataFileIsNot() throws {
    var incidents = Incidents()
    incidents.add(230, from: try day("2025-11-03"), prefix: "i")
    let site = try TrendSite(incidents)
    #expect(try site.main("trends/incidents-by-quarter-rows.html").contains("The first 200 of 230 rows"))
    #expect(try site.rows("incidents-by-quarter").count == 230)
  }
}
