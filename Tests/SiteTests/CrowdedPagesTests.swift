import PostMortems
import KnowledgeBase
import TestSupport
import Testing

@testable import Site

/// Pages of what broke hundreds of times stay short enough to be read, and lose nothing.
@Suite struct CrowdedPagesTests {
  /// A post-mortem a week, each with an action item that is still open.
  private static func corpus(_ count: Int) throws -> String {
    let start = try #require(Day(year: 2018, month: 1, day: 1))
    return (0..<count).map { number in
      """
      -- i\(number).md --
      ---
      id: I-\(number)
      title: Failure \(number)
      started: \(start.adding(days: 7 * number).iso)T10:00Z
      severity: SEV\(number % 4 + 1)
      services: [checkout]
      teams: [payments]
      root_causes: [leak]
      ---
      ## Action items

      - [ ] Mend part \(number) (owner: @payments, due: 2019-01-01, addresses: leak)
      """
    }.joined(separator: "\n") + "\n"
  }

  private static let pages = ["causes/leak/", "services/checkout/", "teams/payments/"]

  private func incidents(_ page: String) -> Set<String> {
    Set(page.matches(of: /incidents\/(i-[0-9]+)\/index\.html/).map { String($0.1) })
  }

  @Test func listTheNewestAndLeadToEachYear() throws {
    let site = RenderedSite(try Self.corpus(320))
    for page in Self.pages {
      let main = try site.main(page + "index.html")
      #expect(main.contains("The newest 100 of 320; each year has a page."), "\(page)")
      #expect(main.contains(">Failure 319</a>") && main.contains("href=\"../../\(page)2019/index.html\""), "\(page)")
    }
  }

  @Test func loseNoIncidentOnTheWay() throws {
    let site = RenderedSite(try Self.corpus(320))
    let all = Set((0..<320).map { "i-\($0)" })
    for page in Self.pages {
      let years = try (2018...2024).map { try site.main("\(page)\($0)/index.html") }
      #expect(years.reduce(into: Set<String>()) { $0.formUnion(incidents($1)) } == all, "\(page)")
    }
    #expect(try site.main("causes/leak/2020/index.html").contains("<h1>leak: incidents of 2020</h1>"))
  }

  @Test func haveNoPagesOfYearsWhereAllFitOnOne() throws {
    let site = RenderedSite(try Self.corpus(40))
    #expect(!site.htmlPaths.contains { $0.hasPrefix("services/checkout/20") || $0.hasPrefix("causes/leak/20") })
    #expect(incidents(try site.main("services/checkout/index.html")).count == 40)
    #expect(!(try site.main("services/checkout/index.html")).contains("each year has a page"))
  }

  @Test func listTheOpenItemsThatAreOverdueForLongestAndLeadToTheBoard() throws {
    let main = try RenderedSite(try Self.corpus(90)).main("services/checkout/index.html")
    #expect(main.contains("60 of 90, those overdue for longest: all are on the board of action items</a>"))
    #expect(main.matches(of: /class="state state-overdue"/).count == 60)
  }

  @Test func drawColumnsWhereDotsWouldHideEachOther() throws {
    let crowded = RenderedSite(try Self.corpus(320))
    let chart = try crowded.main("causes/leak/index.html")
    #expect(
      chart.contains("A column is the incidents of a quarter, the gravest at its foot; the highest has 14 incidents."))
    #expect(chart.contains("<rect") && !chart.contains("<circle"))
    let strip = try crowded.main("services/index.html")
    #expect(strip.contains("class=\"columns-of-incidents\"") && !strip.contains("<circle"))
    let roomy = try RenderedSite(try Self.corpus(30)).main("causes/leak/index.html")
    #expect(roomy.contains("<circle") && roomy.contains("A dot is an incident"))
  }

  @Test func countEveryIncidentInOneColumn() throws {
    let days = try (0..<100).map { try #require(Day(year: 2024, month: 1, day: 31)).adding(days: 3 * $0) }
    let columns = PeriodColumns(days.map { ($0, $0.month % 9) }, within: days[0]...days[99])
    #expect(columns.unit == .month && columns.columns.map(\.count).reduce(0, +) == 100)
    #expect(columns.highest == columns.columns.map(\.count).max())
    let decade = PeriodColumns(days.map { ($0, 1) }, within: days[0]...days[0].adding(days: 3_650))
    #expect(decade.unit == .quarter)
    #expect(PeriodColumns([], within: days[0]...days[0].adding(days: 36_500)).unit == .year)
  }
}
