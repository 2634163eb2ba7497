import KnowledgeBase
import PostMortems
import TestSupport
import Testing

struct ReviewTests {
  @Test func putsTheGravestFirstAndFindsWhatAsksForADecision() throws {
    var incidents = Incidents()
    incidents.add("early", "2025-03-01", "severity: SEV3\nroot_causes: [leak]")
    incidents.add("mild", "2025-07-01", "severity: SEV3\nroot_causes: [leak]\nimpact: {minutes: 9}")
    incidents.add(
      "grave", "2025-08-01", "severity: SEV1",
      body: "## Action items\n\n- [ ] One (due: 2025-09-01)\n- [x] Two (done: 2025-09-05)\n")
    let base = incidents.corpus.knowledgeBase(asOf: try day("2026-01-15"))
    let review = Review(Trends(base), period: Period(.quarter, containing: try day("2025-08-01")))
    #expect(review.incidents.map { base.postMortems[$0].id } == ["grave", "mild"])
    #expect(review.unanswered == ["leak"])
    #expect(review.kept.count == 1)
    #expect(review.missed.count == 1)
    #expect(review.comparison?.earlier.period.id == "2025-Q2")
  }

  @Test func aRunningPeriodIsComparedWithNothing() throws {
    let trends = try twoQuarters(3, 4)
    let review = Review(trends, period: Period(.year, containing: try day("2026-01-01")))
    #expect(review.isRunning)
    #expect(review.comparison == nil)
  }
}
