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
