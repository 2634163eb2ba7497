import Testing

@testable import PostMortems

@Suite("Dates in paths, and their order")
struct FileNameDateTests {
  @Test(arguments: [
    ("2021-05-26-outage.md", "2021-05-26"), ("posts/2021-05-26-outage/index.md", "2021-05-26"),
    ("20190227-x.md", "2019-02-27"),
    ("a/20260702-x/README.md", "2026-07-02"), ("2023-04/04-25-x.md", "2023-04-25"), ("2021/0127_x.md", "2021-01-27"),
    ("21-05-26-x.md", "2021-05-26"), ("2021-06-28--slug.md", "2021-06-28"), ("incident-2021-05-26.md", "2021-05-26"),
    ("2021/05/26/slug.md", "2021-05-26"), ("2021_05_26 x.md", "2021-05-26"),
    ("x/2021-05-26/2022-01-01-y.md", "2022-01-01"),
  ])
  func findsTheDay(path: String, expected: String) {
    #expect(FileNameDate.day(inPath: path)?.iso == expected)
  }

  @Test(arguments: [
    "PM2021-004 - outage.md", "0127_x.md", "04-25-x.md", "2021-13-45-x.md", "x.md", "", "1234567890.md", "2024-core.md",
  ])
  func findsNoDay(path: String) {
    #expect(FileNameDate.day(inPath: path) == nil)
  }

  @Test func decidesTheOrderByNumbersOverTwelveThenByNearness() {
    let day = Day(year: 2023, month: 4, day: 12)
    let early = DateExpression.numeric(6, 4, year: 2023)
    #expect(DateOrder.decide([early, .numeric(20, 6, year: 2023)], near: day) == .dayFirst)
    #expect(DateOrder.decide([early, .numeric(6, 20, year: 2023)], near: day) == .monthFirst)
    #expect(DateOrder.decide([early], near: day) == .dayFirst)
    #expect(DateOrder.decide([.numeric(4, 6, year: 2023)], near: day) == .monthFirst)
    #expect(DateOrder.decide([early], near: nil) == nil)
    #expect(DateOrder.decide([.numeric(5, 5, year: 2023)], near: day) == nil)
  }

  @Test func completesADateWithTheNearestYear() {
    let day = Day(year: 2023, month: 1, day: 3)
    #expect(
      DateExpression.monthDay(month: 12, day: 30).resolved(order: nil, near: day) == .day(Day(daysSinceEpoch: 19_356)))
    #expect(DateExpression.monthDay(month: 2, day: 30).resolved(order: nil, near: day) == .unknown)
    #expect(DateExpression.monthDay(month: 2, day: 1).resolved(order: nil, near: nil) == .unknown)
  }
}
