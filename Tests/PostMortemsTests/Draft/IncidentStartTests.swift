import Diagnostics
import Markdown
import PostMortems
import Testing

@Suite("The day on which an incident began")
struct IncidentStartTests {
  private func start(_ path: String, _ text: String) -> PostMortemDraft {
    DraftReader.read(DocumentParser.parse(SourceFile(path: path, text: text)), settings: Settings())
  }

  @Test(arguments: [
    ("2018-03-16-x.md", "---\ntitle: Deployment on March 15, 2018\n---\n\nText.\n", "2018-03-15"),
    ("2018-08-05-x.md", "On 31st July 2018 a token was leaked.\n", "2018-07-31"),
    ("2017-11-21-x.md", "# Uploads\n\nYesterday (2017-11-20) all uploads failed.\n", "2017-11-20"),
    ("2023-01-31-x.md", "# X\n\n## Timeline\n\n2022-10-14 - found\n\n2022-11-03 - fixed\n", "2022-10-14"),
    ("2019-01-23.md", "# January 23rd, 2019 Outage\n\n## Timeline\n\n- 2019-01-22 14:54 merged\n", "2019-01-23"),
    ("2018-02-06-x.md", "---\ndate: 2018-02-06\n---\n\n## Timeline\n\n### 2018-02-05 20:57\n\nMerged.\n", "2018-02-05"),
    ("x.md", "# X\n\n| Date | February 27th, 2019 |\n| --- | --- |\n| Retro | 2019-03-13 |\n", "2019-02-27"),
    ("x.md", "# X\n\n**Retro held:** 2022-08-04\n\n**Incident from:** 2022-08-02\n", "2022-08-02"),
    ("x.md", "# X\n\n### Start time\n\n2026-09-03 06:10 UTC\n", "2026-09-03"),
    ("x.md", "# X\n\n> **ID:** 1\n> **Date:** 2026-08-11\n", "2026-08-11"),
    ("x.md", "# X\n\nAt 01:52 UTC, 2022-10-28, a change was merged.\n", "2022-10-28"),
    ("2021-05-26-x.md", "# X\n\nText without a date.\n", "2021-05-26"),
    ("x.md", "On February 6, 2023 mail failed.\n\n## Timeline\n\n- 2023-02-03 23:37 first error\n", "2023-02-03"),
  ])
  func isWhatMostOfTheDocumentSays(path: String, text: String, day: String) {
    #expect(start(path, text).start?.day.iso == day)
  }

  @Test func isOnTheAuthorsCalendar() {
    let draft = start(
      "x.md", "# X\n\n## Timeline (CET)\n\n| Time | Event |\n| --- | --- |\n| 2019-12-04 00:30 | down |\n")
    #expect(draft.start?.day.iso == "2019-12-04")
    #expect(draft.timeline?.events.first?.at?.iso == "2019-12-03T23:30Z")
  }

  @Test func givesRowsWithoutADateTheirDay() {
    let draft = start(
      "2022-05-11-x.md", "---\ntitle: Outage on May 10, 2022\n---\n\n## Timeline (UTC)\n\n- 14:24 a\n")
    #expect(draft.timeline?.events.first?.at?.iso == "2022-05-10T14:24Z")
  }

  @Test func trustsAFileNameLeast() {
    let named = start("2021-05-26-x.md", "# X\n\nText.\n")
    let labelled = start("x.md", "# X\n\n**Date:** 2021-05-26\n")
    #expect(named.startConfidence < 0.75 && labelled.startConfidence >= 0.9)
  }
}
