import Diagnostics
import PostMortems
import Testing

@Suite("Forms of a timeline")
struct TimelineFormsTests {
  @Test func readsRowsInCodeWhereNothingElseGivesTimes() {
    let code = "```\n10:00 a\n10:05 b\n```\n"
    #expect(
      TimelineSample("## Timeline\n\n" + code, day: "2024-05-06").rows
        == ["2024-05-06T10:00Z a", "2024-05-06T10:05Z b"])
    let beside = TimelineSample("## Timeline\n\n- 09:00 z\n\n" + code, day: "2024-05-06")
    #expect(beside.rows == ["2024-05-06T09:00Z z"])
  }

  @Test func carriesDaysByTheirNumbersAndNames() {
    let sample = TimelineSample(
      "## Timeline\n\n### Day 1 (Friday, 3 May 2024)\n\n- 10:00 a\n\n### Day 3\n\n- 11:00 b\n\n"
        + "### Next day\n\n- 12:00 c\n\n**Wednesday**\n\n- 13:00 d\n")
    #expect(
      sample.rows == ["2024-05-03T10:00Z a", "2024-05-05T11:00Z b", "2024-05-06T12:00Z c", "2024-05-08T13:00Z d"])
  }

  @Test func countsFromTheStartAndFromTheRowBefore() {
    let sample = TimelineSample(
      "## Timeline\n\n- 10:00 a\n- T+15m b\n- T+1h c\n- +5 min d\n", day: "2024-05-06", zone: "UTC")
    #expect(
      sample.rows == ["2024-05-06T10:00Z a", "2024-05-06T10:15Z b", "2024-05-06T11:00Z c", "2024-05-06T11:05Z d"])
  }

  @Test func takesTheClockWhoseZoneIsNamed() {
    let sample = TimelineSample(
      "## Timeline\n\n| Local | UTC | Event |\n| --- | --- | --- |\n| 12:00 | 10:00 | a |\n| 12:05 | 10:05 | b |\n",
      day: "2024-05-06")
    #expect(sample.rows == ["2024-05-06T10:00Z a", "2024-05-06T10:05Z b"])
    #expect(sample.reading.statedZone?.name == "UTC")
  }

  @Test func takesTheZoneThatTheRestOfTheDocumentNames() {
    let one = "Offline from 10:00 till 11:00 CEST.\n\n## Timeline\n\n- 10:00 a\n"
    #expect(TimelineSample(one, day: "2024-05-06").rows == ["2024-05-06T08:00Z a"])
    #expect(TimelineSample("At 08:00 UTC.\n\n" + one, day: "2024-05-06").rows == ["2024-05-06T10:00Z a"])
  }

  @Test func readsBulletsAndTheirPlaces() {
    let sample = TimelineSample(
      """
      # Outage
      ## Timeline
      All times in UTC.

      - **2024-05-06 07:08** – Queue *grows* past [limit](https://example.org)
      - 07:30: Pager goes off
        and wakes somebody
      - [08:01] Restart with `systemctl`
        - worker first
        - then the web
      * Unrelated words
      """)
    #expect(
      sample.rows == [
        "2024-05-06T07:08Z Queue grows past limit", "2024-05-06T07:30Z Pager goes off and wakes somebody",
        "2024-05-06T08:01Z Restart with systemctl worker first then the web",
      ])
    #expect(sample.times == ["2024-05-06 07:08", "07:30", "08:01"])
    #expect(sample.lines == [5, 6, 8])
    #expect(sample.contents[0] == "Queue grows past limit")
    #expect(sample.contents[1] == "Pager goes off and wakes somebody")
    #expect(sample.rest == ["All times in UTC.", "Unrelated words"])
    #expect(sample.reading.statedZone?.name == "UTC")
    #expect(sample.reading.events[2].span.end > sample.reading.events[2].timeSpan.end + 30)
  }

  @Test func readsNumberedListsAndNestedOnesUnderADate() {
    let sample = TimelineSample(
      """
      ## Timeline
      1. 2024-05-06
         1. 23:50 first alert
         2. 23:58 second alert
      2. 2024-05-07
         1. 00:04 third alert
      """)
    #expect(
      sample.rows == [
        "2024-05-06T23:50Z first alert", "2024-05-06T23:58Z second alert", "2024-05-07T00:04Z third alert",
      ])
  }

  @Test func readsKeyEventsWhoseTimeStandsBehindALabel() {
    let sample = TimelineSample(
      """
      ## Incident on 2023-01-11
      - **Key events**
        - First detected: 2023-01-11 14:22
        - Incident declared 2023-01-11 14:30
        - Resolved: 2023-01-11 16:10
      - **Time to repair**: 1h 48m
      """)
    #expect(
      sample.rows == [
        "2023-01-11T14:22Z {detection} First detected: 2023-01-11 14:22",
        "2023-01-11T14:30Z Incident declared 2023-01-11 14:30",
        "2023-01-11T16:10Z {resolution} Resolved: 2023-01-11 16:10",
      ])
    #expect(sample.times[0] == "2023-01-11 14:22")
  }

  @Test func readsTablesWithColumnsInAnyOrder() {
    let sample = TimelineSample(
      """
      ## Timeline
      | Event | Time (CET) |
      |:--|--:|
      | Cache **flushed** | 2024-01-15 10:20 |
      | Load back to normal | 10:40 – 11:00 |
      | never dated |  |
      """)
    #expect(
      sample.rows == [
        "2024-01-15T09:20Z Cache flushed", "2024-01-15T09:40Z…2024-01-15T10:00Z Load back to normal",
      ])
    #expect(sample.contents == ["Cache flushed", "Load back to normal"])
    #expect(sample.times == ["2024-01-15 10:20", "10:40 – 11:00"])
    #expect(sample.reading.statedZone?.name == "CET")
  }

  @Test func joinsADateAndATimeColumnWithTheYearOfItsName() {
    let sample = TimelineSample(
      """
      ## Timeline
      | Day | Date (2021) | Time (PT) | Who | Event |
      |-----|-----|-----|-----|-----|
      | Sun | Oct 31 | 21:33 | on-call | posts a question |
      | Mon | Nov 1 | 17:00 | | sets up a machine |
      """, day: "2023-02-02")
    #expect(
      sample.rows == ["2021-11-01T04:33Z on-call: posts a question", "2021-11-02T00:00Z sets up a machine"])
    #expect(sample.times == ["Oct 31 | 21:33", "Nov 1 | 17:00"])
  }

  @Test func readsTablesWithoutOuterPipesAndThoseDrawnInAParagraph() {
    let real = TimelineSample(
      "## Timeline\nTime | State\n--- | ---\n12:10 | Name servers fail\n12:24 | Alert\n{: .table}\n", day: "2024-05-06")
    #expect(real.rows == ["2024-05-06T12:10Z Name servers fail", "2024-05-06T12:24Z Alert"])
    let drawn = TimelineSample(
      "## Timeline\nTime | State\n12:10 | Name servers `fail`\n12:24 | Alert\n", day: "2024-05-06")
    #expect(drawn.rows == real.rows)
    #expect(drawn.times == ["12:10", "12:24"])
    #expect(drawn.contents == ["Name servers fail", "Alert"])
  }

  @Test func readsBareNumbersInAColumnOfTimes() {
    let sample = TimelineSample(
      "## Timeline\n| Time | Type | Description |\n|-|-|-|\n| 0730 | `operator` | begins |\n| 0809 | `mitigation` | ends |\n",
      day: "2024-05-06")
    #expect(sample.rows == ["2024-05-06T07:30Z operator: begins", "2024-05-06T08:09Z {mitigation} mitigation: ends"])
  }

  @Test func readsASubHeadingPerTime() {
    let sample = TimelineSample(
      """
      ## Timeline
      ### 2024-05-06 10:45a - First report
      A user writes.

      ```
      # 11:00 no heading
      ```
      ### 12:29p ###

      - Restarted
      - 12 workers came back
      ### Over the weekend
      Nothing happened.
      ### 2024-05-08
      All clear.
      ## Lessons
      """)
    #expect(
      sample.rows == [
        "2024-05-06T10:45Z First report: A user writes.", "2024-05-06T12:29Z Restarted 12 workers came back",
        "2024-05-08 All clear.",
      ])
    #expect(sample.lines == [2, 8, 14])
    #expect(sample.times == ["2024-05-06 10:45a", "12:29p", "2024-05-08"])
    #expect(sample.rest == ["Nothing happened."])
  }

  @Test func readsParagraphsAndLinesThatBeginWithATime() {
    let sample = TimelineSample(
      """
      ## Timeline
      5 June 2024

      16.35 AB: I have just deployed
      and it looks odd
      16.41 CD: Rolling back

      6 June 2024
      9.05 AB: Everything
      is fine. It was said at
      10:00 already.

      Closing words.
      """)
    #expect(
      sample.rows == [
        "2024-06-05T16:35Z AB: I have just deployed and it looks odd", "2024-06-05T16:41Z CD: Rolling back",
        "2024-06-06T09:05Z AB: Everything is fine. It was said at 10:00 already.",
      ])
    #expect(sample.lines == [4, 6, 9])
    #expect(sample.rest == ["Closing words."])
  }

  @Test func readsBoldTimesWithTheirWordsBelow() {
    let sample = TimelineSample(
      """
      ## Timeline
      **June 14th, 2024, 10:00 AM:** The audit *begins*.

      It takes a while.

      **June 16th 2024, 8:45 AM**

      A tool watches the chain.

      **June 17th 2024**

      - a step
      - another step
      """)
    #expect(
      sample.rows == [
        "2024-06-14T10:00Z The audit begins. It takes a while.", "2024-06-16T08:45Z A tool watches the chain.",
        "2024-06-17 a step another step",
      ])
    #expect(sample.contents[0] == "The audit begins.\nIt takes a while.")
  }

  @Test func readsLinesThatSpellOutZoneWeekdayAndDate() {
    let sample = TimelineSample(
      """
      ## Timeline (all times PST) Saturday Oct 30th 2021. All times approximations
      12:45:30 PM PST Saturday Oct 30th: first wave

      03:30 AM PST Sunday Oct 31st : last wave
      """)
    #expect(sample.rows == ["2021-10-30T20:45:30Z~ first wave", "2021-10-31T11:30Z~ last wave"])
  }

  @Test func marksRowsThatSayWhatTheyAre() {
    let sample = TimelineSample(
      """
      ## Timeline
      | Time | Event |
      |-|-|
      | 2024-05-06 10:21 | **Detection:** alerts for `prometheus` |
      | 2024-05-06 10:25 | [Diagnosis] a full disk |
      | 2024-05-06 10:30 | Mitigation: disk emptied |
      | 2024-05-06 10:40 | Discovery of a second disk |
      | 2024-05-06 10:50 | (Key moment) a decision |
      """)
    #expect(
      sample.rows == [
        "2024-05-06T10:21Z {detection} alerts for prometheus", "2024-05-06T10:25Z {diagnosis} a full disk",
        "2024-05-06T10:30Z {mitigation} disk emptied", "2024-05-06T10:40Z Discovery of a second disk",
        "2024-05-06T10:50Z {key moment} a decision",
      ])
    #expect(sample.contents[0] == "alerts for prometheus")
  }

  @Test func takesPicturesQuotesAndStatementsForNoRows() {
    let sample = TimelineSample(
      """
      ## Timeline
      > [!NOTE]
      > One row is out of order.

      - 10:00 start

      ![10:05 graph](graph.png)

      - 10:10 end

      **Total duration:** 10 minutes (10:00 - 10:10)
      """, day: "2024-05-06")
    #expect(sample.rows == ["2024-05-06T10:00Z start", "2024-05-06T10:10Z end"])
    #expect(sample.rest.count == 3)
  }

  @Test func readsRowsInsideQuotes() {
    let sample = TimelineSample("## Timeline\n> - 10:00 start\n> - 10:05 end\n", day: "2024-05-06")
    #expect(sample.rows == ["2024-05-06T10:00Z start", "2024-05-06T10:05Z end"])
  }

  @Test(arguments: ["\n", "\r\n"])
  func findsTimesBehindEveryLineBreakAndMark(newline: String) {
    let text = ["\u{FEFF}# Ünïcode 🚀", "", "## Timeline", "- 2024-05-06 10:00 – ün", "- `10:05` **two**"]
    let sample = TimelineSample(text.joined(separator: newline))
    #expect(sample.times == ["2024-05-06 10:00", "10:05"])
    #expect(sample.lines == [4, 5])
  }

  @Test func readsABoldLabelAndItsList() {
    let sample = TimelineSample("# Outage\n\n**Timeline**:\n\n- 10:00 a\n- 10:05 b\n\nwords\n", day: "2024-05-06")
    #expect(sample.rows == ["2024-05-06T10:00Z a", "2024-05-06T10:05Z b"])
    #expect(sample.rest == ["words"])
  }

  @Test func readsLinesOfInitialsUnderDatesAndKeepsTheirSpans() {
    let sample = TimelineSample(
      """
      ## Timeline

      5 June 2024

      c. 7.00 Monitoring shows nothing

      16.35 AB: deployed **it**\\
      17.10 - 17.30 CD: looks

      **6 June 2024 (Thursday)**

      8.15 AB: gone
      """)
    #expect(
      sample.rows == [
        "2024-06-05T07:00Z~ Monitoring shows nothing", "2024-06-05T16:35Z AB: deployed it",
        "2024-06-05T17:10Z…2024-06-05T17:30Z CD: looks", "2024-06-06T08:15Z AB: gone",
      ])
    #expect(sample.times == ["7.00", "16.35", "17.10 - 17.30", "8.15"])
  }

  @Test func leavesOutColumnsThatCountMinutes() {
    let sample = TimelineSample(
      "## Timeline\n| Time (PDT) | Elapsed | What | Source |\n|-|-|-|-|\n| ~10:12 | +12 | second | [log](x) |\n",
      day: "2024-05-06")
    #expect(sample.rows == ["2024-05-06T17:12Z~ second: log"])
  }
}
