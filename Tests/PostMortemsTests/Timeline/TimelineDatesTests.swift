import Diagnostics
import PostMortems
import Testing

@Suite("Days and zones of rows")
struct TimelineDatesTests {
  private func rows(_ text: String, day: String? = "2024-05-06", zone: String? = nil, settings: String? = nil)
    -> [String]
  {
    TimelineSample("## Timeline\n" + text, day: day, zone: zone, settings: settings).rows
  }

  @Test func carriesADateUntilTheNext() {
    #expect(
      rows("- 2024-02-27 06:45 a\n- 10:49 b\n- 2024-02-28 10:15 c\n- 09:15 d", day: nil) == [
        "2024-02-27T06:45Z a", "2024-02-27T10:49Z b", "2024-02-28T10:15Z c", "2024-02-28T09:15Z d",
      ])
  }

  @Test func leavesARowWithoutAnyDayOnNone() {
    #expect(rows("- 10:00 a\n- 10:05 b", day: nil) == ["- a", "- b"])
  }

  @Test func goesOnToTheNextDayWhereOnlyTimesAreWritten() {
    #expect(
      rows("- 23:55 a\n- 00:40 b\n- 07:00 c") == ["2024-05-06T23:55Z a", "2024-05-07T00:40Z b", "2024-05-07T07:00Z c"])
    #expect(rows("- 15:33 a\n- 13:40 b") == ["2024-05-06T15:33Z a", "2024-05-06T13:40Z b"])
  }

  @Test func leavesMidnightToAnAuthorWhoMarksTheDays() {
    #expect(
      rows("- 2024-05-06 23:55 a\n- 07:00 b\n- 2024-05-08 08:00 c") == [
        "2024-05-06T23:55Z a", "2024-05-06T07:00Z b", "2024-05-08T08:00Z c",
      ])
  }

  @Test func endsARangeOnTheNextDay() {
    #expect(rows("- 14:20-2:00 checks") == ["2024-05-06T14:20Z…2024-05-07T02:00Z checks"])
    #expect(rows("- 2024-05-06 to 2024-05-09 fine") == ["2024-05-06…2024-05-09 fine"])
  }

  @Test func neverSorts() {
    #expect(rows("- 2024-05-08 10:00 a\n- 2024-05-06 10:00 b") == ["2024-05-08T10:00Z a", "2024-05-06T10:00Z b"])
  }

  @Test func takesTheYearOfTheNearestDay() {
    #expect(
      rows("- [12-05 16:21] a\n- [03-20 16:46] b", day: "2019-03-26") == ["2018-12-05T16:21Z a", "2019-03-20T16:46Z b"])
    #expect(rows("- Tuesday 10:00 a", day: "2024-05-06") == ["2024-05-07T10:00Z a"])
  }

  @Test func decidesSlashDatesByTheOtherDates() {
    #expect(rows("- 06/04/2023 21:42 a\n- 20/06/2023 09:00 b", day: nil).first == "2023-04-06T21:42Z a")
    #expect(rows("- 06/04/2023 21:42 a\n- 06/20/2023 09:00 b", day: nil).first == "2023-06-04T21:42Z a")
    #expect(rows("- 06/04/2023 21:42 a", day: "2023-04-12") == ["2023-04-06T21:42Z a"])
  }

  @Test func reportsASlashDateThatNothingDecides() {
    let sample = TimelineSample("## Timeline\n- 06/04/2023 21:42 a\n- 07/04/2023 01:00 b")
    #expect(sample.rows == ["- a", "- b"])
    #expect(sample.reading.findings.map(\.rule) == ["ambiguous-date"])
    #expect(sample.reading.findings.first?.message == "'06/04/2023 21:42' may be 2023-04-06 or 2023-06-04")
  }

  @Test func keepsRowsWhoseTimeCannotBeRead() {
    let sample = TimelineSample(
      """
      ## Timeline
      | Time | Event |
      |-|-|
      | 2024-05-?? HH:mm | in May |
      | 2024-05-20 HH:mm | that day |
      | 20244-05-21 10:00 | a slip |
      """)
    #expect(sample.rows == ["- in May", "2024-05-20 that day", "- a slip"])
    #expect(sample.reading.findings.map(\.rule) == ["unreadable-time", "unreadable-time"])
    #expect(sample.times == ["2024-05-?? HH:mm", "2024-05-20 HH:mm", "20244-05-21 10:00"])
  }

  @Test func takesADayFromTheHeadingOrASentence() {
    let heading = TimelineSample("## Timeline (UTC) 7/5/2024-7/16/2024\n- 10:00 a", day: "2024-09-09")
    #expect(heading.rows == ["2024-07-05T10:00Z a"])
    #expect(
      rows("Unless noted, all events were on 2024-10-21 and all times are in UTC.\n\n- 2024-10-20 00:55 a\n- 01:38 b")
        == [
          "2024-10-20T00:55Z a", "2024-10-21T01:38Z b",
        ])
  }

  @Test(arguments: [
    ("## Timeline (times in CEST)\n- 10:00 a", "08:00"), ("## Timeline (CEST)\n- 10:00 UTC a", "10:00"),
    ("## Timeline\n_All times US/Pacific, 24-hour clock._\n\n- 10:00 a", "17:00"),
    ("All times in PDT (UTC-7).\n## Timeline\n- 10:00 a", "17:00"),
    ("## Timeline\nAll times in PST (UTC-7)\n\n- 10:00 a", "17:00"),
    ("## Timeline\nAll times in Central European Time (CET)\n\n- 10:00 a", "08:00"),
    ("## Timeline\nAll times in UTC+1 (Zurich time)\n\n- 10:00 a", "09:00"), ("## Timeline\n- 10:00 a", "01:00"),
  ])
  func takesTheNearestStatementOfAZone(text: String, clock: String) {
    let sample = TimelineSample(text, day: "2024-05-06", zone: "Asia/Tokyo", settings: "America/New_York")
    #expect(sample.reading.events.first?.at?.clock == clock)
    #expect(sample.reading.events.first?.hasZone == true)
  }

  @Test func fallsBackOnTheRowAboveThenTheSettingsThenUTC() {
    #expect(rows("- 16:22 PST a\n- 17:07 b") == ["2024-05-07T00:22Z a", "2024-05-07T01:07Z b"])
    #expect(rows("- 10:00 a", settings: "America/New_York") == ["2024-05-06T14:00Z a"])
    let bare = TimelineSample("## Timeline\n- 10:00 a", day: "2024-05-06")
    #expect(bare.rows == ["2024-05-06T10:00Z a"])
    #expect(bare.reading.events.first?.hasZone == false)
  }
}
