import PostMortems
import TestSupport
import Testing

@testable import Site

/// What the site collects for those who learn from incidents.
@Suite struct LearningTests {
  private let site = RenderedSite(learningCorpus)

  @Test func collectsLuckAndSurprisesOfPublishedDocuments() throws {
    let main = try site.main("lessons/index.html")
    #expect(main.contains("1 post-mortem names its own."))
    #expect(main.contains("<a href=\"../incidents/pm-1/index.html\">A full cache forgets the baskets</a>"))
    #expect(main.contains("<div class=\"prose\"><p>Nobody was buying.</p>"))
    #expect(!main.contains("Nothing yet"))
  }

  @Test func cutsManyIntoYears() throws {
    let documents = (0..<90).map { number in
      "-- \(number).md --\n---\nid: P-\(number)\ntitle: T\(number)\nstarted: 20\(10 + number % 3)-05-0\(1 + number % 9)\n"
        + "---\n## Where we got lucky\n\nLuck \(number)!\n"
    }
    let site = RenderedSite(documents.joined())
    #expect(try site.main("lessons/index.html").ranges(of: "<p>Luck ").count == LessonsPage.limit)
    #expect(try site.main("lessons/index.html").contains("<a href=\"../lessons/2011/index.html\">2011</a>"))
    let years = try [2010, 2011, 2012].map { try site.main("lessons/\($0)/index.html").ranges(of: "<p>Luck ").count }
    #expect(years == [30, 30, 30])
  }

  @Test(arguments: [
    ("2023-06-01", "On this day", "On this day 1 year ago."),
    ("2025-02-28", "This week in other years", "On this day 1 year ago."),
    ("2025-03-01", "This week in other years", "1 year and 1 day ago."),
    ("2026-02-26", "This week in other years", "In 2 days it will be 2 years ago."),
    ("2025-03-01", "This week in other years", "In 2 days it will be 2 years ago."),
  ])
  func remembersOtherYears(asOf: String, heading: String, when: String) throws {
    let site = RenderedSite(learningCorpus, asOf: try #require(Day(iso: asOf)))
    let main = try site.main("index.html")
    #expect(main.contains(">\(heading)</h2>"))
    #expect(main.contains("<p>\(when)</p>"))
  }

  @Test(arguments: ["2022-06-03", "2025-07-01", "2025-02-24"])
  func remembersNothingOnOtherDays(asOf: String) throws {
    let site = RenderedSite(learningCorpus, asOf: try #require(Day(iso: asOf)))
    #expect(try !site.main("index.html").contains("page.anniversaries"))
  }

  @Test(arguments: [
    ("2024-12-31", "2026-01-02", -2), ("2024-01-01", "2025-12-30", 2), ("2024-02-29", "2028-02-29", 0),
  ])
  func seesTheNearestReturnOfADay(day: String, asOf: String, days: Int) throws {
    #expect(AnniversaryList.distance(try #require(Day(iso: day)), try #require(Day(iso: asOf))) == days)
  }

  @Test func choosesWhatANewcomerShouldReadWithReasons() throws {
    let main = try site.main("services/shop/index.html")
    let start = try #require(main.firstRange(of: "page.readings\">"))
    let list = main[start.upperBound..<(try #require(main.firstRange(of: "page.incidents\">")).lowerBound)]
    let order = ["A full cache", "Again", "A slow day"].compactMap { list.firstRange(of: $0)?.lowerBound }
    #expect(order.count == 3)
    #expect(order == order.sorted())
    #expect(list.contains("<li>as grave as it got: SEV1</li>"))
    #expect(list.contains("<li>its cause struck twice: cache</li>"))
    #expect(list.contains("<li>tells the whole story: timeline, cause, lessons and action items</li>"))
    #expect(list.contains("<li>says where luck or surprise came in</li>"))
    #expect(!list.contains("Not finished"))
  }
}
