import KnowledgeBase
import Statistics
import TestSupport
import Testing

@testable import Site

struct HeadlineTests {
  private func site(_ before: Int, _ after: Int) throws -> TrendSite {
    var incidents = Incidents()
    incidents.add(before, from: try day("2025-07-03"), prefix: "early")
    incidents.add(after, from: try day("2025-11-03"), prefix: "late")
    return try TrendSite(incidents)
  }

  @Test func tenAndTwentyAreNotDistinguishable() throws {
    #expect(
      try site(10, 20).figure("incidents-by-quarter").headline
        == "10 incidents in 2025 Q3 and 20 in 2025 Q4: not distinguishable from no change (p=0.0987)")
  }

  @Test func thirtyAndFiftyAreMoreThanChance() throws {
    #expect(
      try site(30, 50).figure("incidents-by-quarter").headline
        == "50 incidents in 2025 Q4, higher than the 30 of 2025 Q3: more than chance explains (p=0.0330)")
  }

  @Test(arguments: [(10, 20), (30, 50)])
  func aPageHasNoArrowAndNoPercentageForAChange(before: Int, after: Int) throws {
    let page = try site(before, after).main("trends/what-hurt.html")
    for sign in ["%", "↑", "↓", "▲", "▼", "→", "&uarr;", "per cent", "+"] { #expect(!page.contains(sign), "\(sign)") }
  }

  @Test func saysHowGoodTheTestWas() throws {
    #expect(
      try site(10, 20).figure("incidents-by-quarter").method
        .contains("it would notice a true doubling in about 4 of 10 cases"))
  }

  @Test func aShareBelowTwentyHasNoPercentage() {
    #expect(ShareWords.text(Share(3, of: 5), "incidents") == "3 of 5 incidents")
    #expect(
      ShareWords.text(Share(55, of: 100), "incidents") == "55 of 100 incidents (55 %, 95 % interval 45 to 64 %)")
  }

  @Test func aTieHasNoLeader() throws {
    var incidents = Incidents()
    incidents.add("a", "2025-12-01", "trigger: deploy")
    incidents.add("b", "2025-12-02", "trigger: config")
    #expect(
      try TrendSite(incidents).figure("triggers").headline
        == "No trigger leads: 2 are named in 1 of 2 incidents each")
  }
}
