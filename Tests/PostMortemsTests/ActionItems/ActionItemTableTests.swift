import Diagnostics
import PostMortems
import Testing

@Suite("Tables of action items")
struct ActionItemTableTests {
  @Test func readsColumnsInAnyOrder() {
    let sample = ActionItemsSample(
      """
      | Status | Ticket | Task | Assignee | Deadline | Kind |
      |---|---|---|---|---|---|
      | In progress | [#12](https://github.com/acme/a/issues/12) | Cap the queue | @edge | Jul 16, 2023 | Preventative |
      | Done | EDGE-7 | Rotate `key-2` | Maya | 2023-08-01 | detection |
      | | | | | | |
      | Won't fix: too dear | - | Rewrite it | TBD | soon | other |
      """)
    #expect(sample.texts == ["Cap the queue", "Rotate key-2", "Rewrite it"])
    #expect(sample.states == [.open, .done, .declined])
    #expect(sample.owners == ["edge", "Maya", nil])
    #expect(sample.tickets == ["https://github.com/acme/a/issues/12", "EDGE-7", nil])
    #expect(sample.reading.items.map { $0.due?.value.iso } == ["2023-07-16", "2023-08-01", nil])
    #expect(sample.reading.items.map(\.type) == [.prevent, .detect, nil])
    #expect(sample.reading.items.last?.reason == "too dear")
    #expect(sample.source(sample.first?.due?.span) == "Jul 16, 2023")
    #expect(sample.source(sample.first?.owner?.span) == "@edge")
  }

  @Test func takesACrossUnderDoneForOpen() {
    let sample = ActionItemsSample(
      "| Action item | Done? |\n|---|---|\n| Cap it | ✅ |\n| Test it | ❌ |\n| Ship it | 2024-02-03 |")
    #expect(sample.states == [.done, .open, .done])
    #expect(sample.reading.items.last?.done?.value.iso == "2024-02-03")
  }

  @Test func prefersTheClearestHeadingForTheWords() {
    let sample = ActionItemsSample("| Item | Action | Owner |\n|---|---|---|\n| 1 | Cap it | Edge |")
    #expect(sample.texts == ["Cap it"])
  }

  @Test func readsAStateBesideATicket() {
    let sample = ActionItemsSample(
      "| Action | Bug |\n|---|---|\n| Cap it | n/a **DONE** |\n| Move it | Bug 55 **TODO** |")
    #expect(sample.states == [.done, .open])
    #expect(sample.tickets == [nil, "Bug 55"])
  }

  @Test func takesTheFirstUnknownColumnBesideAKnownOne() {
    let sample = ActionItemsSample("| Promise | Owner |\n|---|---|\n| Cap it | Edge |")
    #expect(sample.texts == ["Cap it"])
  }

  @Test func leavesATableWithoutActions() {
    let sample = ActionItemsSample("| Metric | Value |\n|---|---|\n| users | 4 |")
    #expect(sample.texts.isEmpty)
    #expect(sample.rest.count == 1)
  }

  @Test func readsWordsAndLinksInsideACell() {
    let sample = ActionItemsSample(
      "| What | Who |\n|---|---|\n| Cap it (DONE) [PR](https://github.com/a/b/pull/9) | Edge |")
    #expect(sample.texts == ["Cap it"])
    #expect(sample.states == [.done])
    #expect(sample.tickets == ["https://github.com/a/b/pull/9"])
  }
}
