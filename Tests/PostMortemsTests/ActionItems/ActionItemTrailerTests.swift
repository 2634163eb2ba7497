import Diagnostics
import PostMortems
import Testing

@Suite("Trailers of action items")
struct ActionItemTrailerTests {
  @Test func locatesEveryValueOfTheCanonicalForm() {
    let sample = ActionItemsSample(
      "- [x] Cap the retry queue (owner: @edge, due: 2023-08-01, done: 2023-07-09, type: prevent, strength: strong, "
        + "addresses: retry-storm, no-backpressure, ticket: EDGE-4112, done when: a storm of 10, 100 or 1000 dies out, "
        + "alternative to: a second queue)")
    let item = sample.first
    #expect(item?.text == "Cap the retry queue")
    #expect(item?.state == .done)
    #expect(item?.owner?.value == "edge")
    #expect(sample.source(item?.owner?.span) == "@edge")
    #expect(item?.due?.value.iso == "2023-08-01")
    #expect(sample.source(item?.due?.span) == "2023-08-01")
    #expect(sample.source(item?.done?.span) == "2023-07-09")
    #expect(item?.type == .prevent)
    #expect(item?.strength == .strong)
    #expect(item?.addresses.map(\.value) == ["retry-storm", "no-backpressure"])
    #expect(item?.addresses.map { sample.source($0.span) } == ["retry-storm", "no-backpressure"])
    #expect(item?.ticket?.value == "EDGE-4112")
    #expect(sample.source(item?.ticket?.span) == "EDGE-4112")
    #expect(item?.doneWhen == "a storm of 10, 100 or 1000 dies out")
    #expect(item?.alternativeTo == "a second queue")
    #expect(sample.reading.findings.isEmpty)
  }

  @Test func keepsReasonsWithTheirCommas() {
    let sample = ActionItemsSample(
      "- [-] Rewrite the rules (declined: too dear, too slow, and: too late)\n- [ ] Add a cache (superseded: by EDGE-9)"
    )
    #expect(sample.states == [.declined, .superseded])
    #expect(sample.reading.items.map(\.reason) == ["too dear, too slow, and: too late", "EDGE-9"])
    #expect(sample.reading.findings.isEmpty)
  }

  @Test func leavesUnknownKeysInTheText() {
    let sample = ActionItemsSample(
      "- Cap it (owner: @edge, budget: 3 days, due: 2023-08-01)\n- Move it (note: carefully)")
    #expect(sample.texts == ["Cap it (budget: 3 days)", "Move it (note: carefully)"])
    #expect(sample.owners == ["edge", nil])
    #expect(sample.first?.due?.value.iso == "2023-08-01")
  }

  @Test func readsTrailersWithoutBrackets() {
    let sample = ActionItemsSample(
      "- Cap it. Owner: @edge, due: 2023-08-01\n- Move it by Jul 16, 2023\n- Drop it (by 2023-09-01)")
    #expect(sample.texts == ["Cap it.", "Move it", "Drop it"])
    #expect(sample.reading.items.map { $0.due?.value.iso } == ["2023-08-01", "2023-07-16", "2023-09-01"])
  }

  @Test(arguments: [
    "Cap it (@pat, PLAT-9, due 2024-02-02, in progress)", "Cap it (in progress, @pat, 2024-02-02)",
    "Cap it – Owner: pat – ETA: 2024-02-02 – Ticket: PLAT-9 - Status: open",
    "[ ] Cap it (owned by @pat) (due 2024-02-02) (PLAT-9)",
    "Cap it (Owner: @pat; Due: Feb 2, 2024; Status: Open; Jira: PLAT-9)",
  ])
  func readsLooserTrailers(body: String) {
    let item = ActionItemsSample("- \(body)").first
    #expect(item?.text == "Cap it")
    #expect(item?.owner?.value == "pat")
    #expect(item?.due?.value.iso == "2024-02-02")
    #expect(item?.state == .open)
  }

  @Test func findsPlacesBehindEscapesAndEntities() {
    let sample = ActionItemsSample(
      "- Cap \\[x\\] &amp; *ä* 😀 (owner: @édge, ticket: [EDGE-1](https://jira.example.org/browse/EDGE-1))")
    #expect(sample.texts == ["Cap [x] & ä 😀"])
    #expect(sample.source(sample.first?.owner?.span) == "@édge")
    #expect(sample.tickets == ["https://jira.example.org/browse/EDGE-1"])
  }

  @Test func reportsValuesThatCannotBeRead() {
    let sample = ActionItemsSample(
      "- [ ] Cap it (due: 2023-02-30, type: heroic, strength: iron)\n- [ ] Move it (done: 2023-02-01)\n- Drop it (due: soon)"
    )
    #expect(
      sample.reading.findings.map(\.rule) == [
        "unreadable-action-date", "unknown-action-type", "unknown-action-strength", "contradictory-action-state",
      ])
    #expect(sample.reading.findings.map { sample.source($0.span) } == ["2023-02-30", "heroic", "iron", "2023-02-01"])
    #expect(sample.states == [.open, .done, .unknown])
  }
}
