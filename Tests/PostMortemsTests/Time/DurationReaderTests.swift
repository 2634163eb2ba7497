import PostMortems
import Testing

@Suite("Durations")
struct DurationReaderTests {
  @Test(arguments: [
    ("84 minutes", 5040), ("1 hour and 47 minutes", 6420), ("3h 8m", 11_280), ("3h8m", 11_280), ("1h50", 6600),
    ("2,5 hours", 9000), ("2.5 hours", 9000), ("~40 min", 2400), ("roughly 3 hours", 10_800), ("ca. 3 hrs", 10_800),
    ("half an hour", 1800), ("eleven minutes", 660), ("an hour", 3600), ("1d 5h 47m", 107_220), ("11 Days", 950_400),
    ("90 minutes (approximate)", 5400), ("2 hours, 5 minutes", 7500), ("673h 34m", 2_424_840), ("0 minutes", 0),
    ("30-minute outage", 1800), ("1 week", 604_800),
  ])
  func readsWhatPeopleWrite(_ text: String, seconds: Int64) {
    #expect(DurationReader.seconds(atHeadOf: text) == seconds)
  }

  @Test(arguments: [
    "", "N/A", "?", "10:05", "10:05 minutes", "less than 5 minutes", "more than an hour", "2-3 hours", "2 to 3 hours",
    "5", "5 nodes", "a while", "half the users", "hours", "YYY", "10 minutes or 12 minutes",
  ])
  func readsNothingElse(_ text: String) {
    #expect(DurationReader.seconds(atHeadOf: text) == nil)
  }
}
