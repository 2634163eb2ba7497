import Testing

@testable import Exchange

@Suite("Series of ids")
struct IDSeriesTests {
  @Test(arguments: [
    (["PM-2026-001", "PM-2026-014", "PM-2019-090"], "PM-2026-015"), (["PM-2025-014"], "PM-2026-001"),
    (["PM2021-004", "PM2026-009"], "PM2026-010"), (["INC-99", "INC-7"], "INC-100"), (["INC-0007"], "INC-0008"),
    (["PM-2026-999"], "PM-2026-1000"), (["A-1", "A-2", "other"], "A-3"), (["RFO/2026/3"], "RFO/2026/4"),
  ])
  func countsOn(ids: [String], next: String) {
    #expect(IDSeries.next(after: ids, in: 2026) == next)
  }

  @Test(arguments: [
    [], ["2026-03-01-checkout"], ["checkout", "database"], ["A-1", "B-2"], ["2026-001"], ["X9999999999"], ["12"],
    ["-1"],
  ])
  func areNotSeenWhereThereAreNone(ids: [String]) {
    #expect(IDSeries.next(after: ids, in: 2026) == nil)
  }
}
