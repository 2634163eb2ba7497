import Exchange
import TestSupport
import Testing

/// What a pull request's comment tells of earlier incidents.
struct ReviewCommentTests {
  private static let earlier =
    "-- a.md --\n---\nid: PM-1\ntitle: Ledger stands still\nstarted: 2026-01-10\nservices: [ledger]\nmitigations: [{type: rollback}]\n---\n## Action items\n\n- [ ] Pin the driver\n"

  private func text(_ second: String) -> String {
    let knowledgeBase = Corpus(Self.earlier + second).knowledgeBase()
    return ReviewComment(knowledgeBase, diagnostics: [], files: { $0 == "b.md" }).text
  }

  @Test func tellsOfTheSameServiceWithItsMitigationAndItsOpenPromise() {
    let text = text("-- b.md --\n---\ntitle: Ledger again\nstarted: 2026-02-10\nservices: [ledger]\n---\n")
    #expect(text.contains("### Ledger again: what happened before"))
    #expect(text.contains("**Ledger stands still** (2026-01-10), `a.md`: same service: ledger"))
    #expect(text.contains("What stopped it then: rollback"))
    #expect(text.contains("Still open: Pin the driver"))
  }

  @Test func tellsNothingOfAnIncidentThatHasAnotherCause() {
    let text = text(
      "-- b.md --\n---\ntitle: Ledger again\nstarted: 2026-02-10\nservices: [ledger]\n---\nIt has a different root cause than [the first](a.md).\n"
    )
    #expect(!text.contains("Ledger stands still"))
  }
}
