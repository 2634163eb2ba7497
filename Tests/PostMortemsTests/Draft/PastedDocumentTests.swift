import Diagnostics
import Markdown
import PostMortems
import Testing

@Suite("Documents that were pasted without markup")
struct PastedDocumentTests {
  private func draft(_ text: String, path: String = "a.md") -> PostMortemDraft {
    DraftReader.read(DocumentParser.parse(SourceFile(path: path, text: text)), settings: Settings())
  }

  private func rows(_ draft: PostMortemDraft) -> [String] {
    (draft.timeline?.events ?? []).map { "\($0.at?.iso ?? "-") \($0.text)" }
  }

  private static let report = """
    #Postmortem: Ticket shop down on March 9, 2026
    Issue Summary
    Duration:
    The outage lasted from 6:40 PM to 8:05 PM (EDT) on March 9, 2026.

    Root Cause:
    The seat map was rendered for every visitor.

    Timeline
    6:40 PM: Alert on queue length of the renderer.
    6:55 PM: On-call suspects the ticket gateway; it is healthy.
    7:30 PM: Seat map found to be the slow page.
    8:05 PM: Cached map deployed; queue empty.
    Root Cause and Resolution
    Root Cause:
    A cache key held the visitor's session.

    Corrective and Preventative Measures
    Improvements/Fixes:

    Remove the session from the cache key.
    Measure the share of cached maps.
    Tasks:

    Renderer alerts: Introduce a page for queues over 500 jobs.
    Drills: Regularly rehearse the sale of a large event.
    Document the cache's keys.
    By doing this we hope for quieter sales.
    """

  @Test func readsLinesThatBeginWithAClockUpToTheNextName() {
    #expect(
      rows(draft(Self.report)) == [
        "2026-03-09T22:40Z Alert on queue length of the renderer.",
        "2026-03-09T22:55Z On-call suspects the ticket gateway; it is healthy.",
        "2026-03-09T23:30Z Seat map found to be the slow page.",
        "2026-03-10T00:05Z Cached map deployed; queue empty.",
      ])
  }

  @Test func readsOrdersBelowPlainNamesWithoutTheClosingWords() {
    #expect(
      draft(Self.report).actionItems.map(\.text) == [
        "Remove the session from the cache key.", "Measure the share of cached maps.",
        "Renderer alerts: Introduce a page for queues over 500 jobs.",
        "Drills: Regularly rehearse the sale of a large event.", "Document the cache's keys.",
      ])
  }

  @Test func takesNoClockFromPlainProse() {
    let text = "# Talk\n\nDoors open\n18:00 for members.\nThe talk begins\n19:00 sharp and ends\nbefore ten.\n"
    #expect(rows(draft(text)).isEmpty)
    #expect(draft("# Notes\n\nTasks are many.\nAdd nothing here.\nWe rest.\n").actionItems.isEmpty)
  }

  @Test(arguments: [
    (
      "From: ops@example.org\nSubject: Outage of the mail relay\nDate: Tue, 3 Mar 2026 09:00:00 +0000\n\nText.",
      "Outage of the mail relay"
    ),
    ("#Relay down for an hour\nSummary\nIt was down.\n\nText.", "Relay down for an hour"),
    ("Postmortem: The relay's queue\n\nSummary:\n\nText.", "Postmortem: The relay's queue"),
    ("#incident\n\nText.", "Mail relay"), ("Subject: none\n\nText of two\nlines.", "none"),
  ])
  func hasTheTitleThatItsFirstLinesName(text: String, title: String) {
    #expect(draft(text, path: "mail-relay.md").title.value == title)
  }

  @Test func takesTickedPromisesFromAnySectionThatMayHoldThem() {
    let ticked =
      "# Outage\n\n## Remediation\n\nThe disk was grown.\n\n## Prevention\n\n- [x] Alert at 80 %\n- [ ] Add a second disk\n"
    #expect(
      draft(ticked).actionItems.map { "\($0.state) \($0.text)" } == ["done Alert at 80 %", "open Add a second disk"])
    let named = "# Outage\n\n## Action items\n\n- Add a disk\n\n## Notes\n\n- [ ] not one\n- [ ] nor this\n"
    #expect(draft(named).actionItems.map(\.text) == ["Add a disk"])
  }

  @Test func doubtsABareDateBehindWhatIsToldAndTheFirstRow() {
    let text = """
      # Transfers stuck

      Date: 2026-04-08

      ## Summary

      On April 5th, 2026 two transfers were not sent.

      ## Timeline (UTC)

      2026-04-06 00:10 First report.
      2026-04-07 11:00 Cause known.
      2026-04-08 15:30 Both were sent.
      """
    #expect(draft(text).start?.day.iso == "2026-04-05")
    #expect(draft(text.replacing("On April 5th, 2026 two", with: "Two")).start?.day.iso == "2026-04-08")
  }

  @Test func readsTheRowsBesideAListOfPhases() {
    let text = """
      # Builds fail

      - **Key events**
        - First detected: 2026-01-29 16:03
        - Resolved 2026-01-29 16:40

      - **Context**:
        - 2026-01-29 15:58: The registry moved
        - 2026-01-29 16:03: Pulls fail

      - **Impact**: Builds failed at 16:03 and later.
      """
    #expect(rows(draft(text)).suffix(2) == ["2026-01-29T15:58Z The registry moved", "2026-01-29T16:03Z Pulls fail"])
  }

  @Test func readsAnAboutWithABlankBehindItsSign() {
    let event = draft("# X\n\n## Timeline (UTC)\n\n- 26 June 2026 ~ 06:27 - no change\n").timeline?.events.first
    #expect(event?.at?.iso == "2026-06-26T06:27Z" && event?.isApproximate == true && event?.text == "no change")
  }

  @Test(arguments: [
    ("The following action items are being implemented:", ActionItem.State.open),
    ("These were implemented:", .done), ("What will be implemented:", .open),
  ])
  func readsTheStateThatALineGivesToTheItemsBelowIt(line: String, state: ActionItem.State) {
    let items = draft("# X\n\n## Action items\n\n\(line)\n\n1. Add a probe\n2. Grow the pool\n").actionItems
    #expect(items.map(\.state) == [state, state])
  }

  @Test func dropsTheNumberOfATask() {
    let items = draft("# X\n\n## Tasks\n\n- Task 1: Add a probe by May 15, 2026\n- Task 12: Grow the pool\n")
      .actionItems
    #expect(items.map(\.text) == ["Add a probe", "Grow the pool"])
    #expect(items.first?.due?.value.iso == "2026-05-15")
  }

  @Test func readsALoneNameInBracketsThatTheDocumentGivesToAPerson() {
    let items =
      "## Action items\n\n- Alert on queue length (mona)\n- Grow the pool (optional)\n- Drop the index (later)\n"
    let known = draft("# X\n\nAuthors: mona, theo\n\n" + items).actionItems
    #expect(known.map { $0.owner?.value } == ["mona", nil, nil])
    #expect(known.first?.text == "Alert on queue length")
    #expect(draft("# X\n\nThanks to @mona.\n\n" + items).actionItems.first?.owner?.value == "mona")
    #expect(draft("# X\n\n" + items).actionItems.allSatisfy { $0.owner == nil })
  }

  @Test func keepsRowsOfATableWhoseTimeIsAWord() {
    let text = """
      # X

      ## Timeline (UTC)

      | Time (approx) | Event |
      | --- | --- |
      | Morning | Deploy |
      | 2026-05-02 09:10 | First error |
      | Same day | Rolled back |
      |  | nothing |
      """
    #expect(rows(draft(text)) == ["- Deploy", "2026-05-02T09:10Z First error", "- Rolled back"])
  }

  @Test func readsRowsOfATableTornByBlankLines() {
    let text =
      "# X\n\nStarted: 2026-05-02 09:00 UTC\n\n## Timeline (UTC)\n\n| Time | Event |\n\n| T0 | Fails |\n\n| T0 + 2h | Found |\n"
    #expect(draft(text).timeline?.events.map(\.text) == ["Fails", "Found"])
  }
}
