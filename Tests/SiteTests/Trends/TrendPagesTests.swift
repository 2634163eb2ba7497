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

  @Test func nearMissesDrillsAndYearsHaveTrendsOfTheirOwn() throws {
    var incidents = Incidents()
    incidents.add(6, from: try day("2024-03-01"), prefix: "old")
    incidents.add(5, from: try day("2025-03-01"), prefix: "near", "severity: SEV3\nkind: near-miss")
    incidents.add(4, from: try day("2025-04-01"), prefix: "drill", "severity: SEV3\nkind: drill")
    let site = try TrendSite(incidents)
    #expect(try site.main("trends/kinds/near-miss/index.html").contains("5 published near misses"))
    #expect(site.plan["trends/kinds/drill/index.html"] == nil)
    let year = try site.main("trends/years/2024/index.html")
    #expect(year.contains("6 published incidents, 2024 only."))
    #expect(year.contains("1 Jan 2024 to 31 Dec 2024"))
    #expect(!year.contains("not over"))
    #expect(site.plan["trends/years/2025/index.html"] == nil)
  }

  @Test func aServiceHasReviewsOfItsYearsAndNewestQuarters() throws {
    var incidents = Incidents()
    incidents.add(5, from: try day("2019-03-01"), prefix: "old", "services: [checkout]\nseverity: SEV1")
    incidents.add(2, from: try day("2025-07-01"), prefix: "new", "services: [checkout]\nseverity: SEV2")
    incidents.add(3, from: try day("2025-07-01"), prefix: "other", "services: [search]\nseverity: SEV2")
    let site = try TrendSite(incidents)
    let review = try site.main("trends/services/checkout/2025-q3.html")
    #expect(review.contains("<h1>Review of 2025 Q3: checkout</h1>"))
    #expect(review.contains("Incident new-0") && !review.contains("Incident other-0"))
    #expect(site.plan["trends/services/checkout/2019-q1.html"] == nil)
    #expect(try site.main("trends/services/checkout/2019.html").contains("Incident old-4"))
    #expect(try site.main("trends/services/checkout/index.html").contains("2025-q3.html"))
  }

  @Test func incidentsAreSetAgainstWhatTheSettingsTell() throws {
    var incidents = Incidents()
    incidents.file(
      "debrief.yml",
      "exposure: {deploys: {2025-07: 100, 2025-08: 100, 2025-09: 50, 2025-10: 200, 2025-11: 200, 2025-12: 100}}")
    incidents.add(10, from: try day("2025-07-01"), prefix: "q3")
    incidents.add(20, from: try day("2025-10-01"), prefix: "q4")
    let site = try TrendSite(incidents)
    let figure = try site.figure("incidents-by-quarter")
    #expect(figure.table.columns.last == "Per thousand deploys")
    // 20 in 500 and 10 in 250 are 40 in a thousand each; the counts alone look like a doubling.
    #expect(figure.table.rows.dropFirst().prefix(2).map { $0.last?.text } == ["40 (24 to 62)", "40 (19 to 74)"])
    #expect(figure.method.contains("By deploys in place of days: not distinguishable from no change"))
    let rate = try #require(site.figures.trends.metrics.last { $0.name == "incidents-per-exposure.deploys" })
    #expect(rate.value == .quantity(40, .perThousand) && rate.period == "2025-Q4")
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
