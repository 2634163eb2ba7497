import Diagnostics
import KnowledgeBase
import PostMortems
import TestSupport
import Testing
import Validation

/// What `--fix` does to the examples: each safe fix removes its finding, and a second run finds nothing more to do.
@Suite("Safe fixes")
struct SafeFixTests {
  private func diagnostics(_ corpus: Corpus) -> [String: [Diagnostic]] {
    let knowledgeBase = corpus.knowledgeBase()
    let runner = RuleRunner(knowledgeBase)
    let own = knowledgeBase.postMortems.flatMap { runner.diagnostics(of: $0.draft) }
    let causes = knowledgeBase.causes.all.compactMap(\.record).flatMap { runner.diagnostics(of: $0) }
    let plan = knowledgeBase.plan.flatMap { runner.diagnostics(of: $0) }
    return Dictionary(grouping: own + causes + plan + runner.corpusDiagnostics(), by: \.file)
  }

  private func fixed(_ corpus: Corpus) -> (corpus: Corpus, count: Int) {
    let found = diagnostics(corpus)
    var total = 0
    let files = corpus.files.map { path, text -> (path: String, text: String) in
      let (bytes, count) = FixApplier.apply(found[path] ?? [], to: Array(text.utf8))
      total += count
      return (path, String(decoding: bytes, as: UTF8.self))
    }
    return (Corpus(files: files), total)
  }

  static let texts =
    RuleCatalogue.descriptions.flatMap(\.triggering) + [
      "\u{FEFF}\u{FEFF}---\nseverity: SEV1\n---\n", "a\u{200B}\u{202E}\u{200B}b\n",
      "---\nSeverity: sev1\n---\nx\ry\r\nz\n",
      "---\nseverity: \"sev1\"\nstatus: Draft\nkind: Near-Miss\n---\n",
    ]

  @Test(arguments: texts)
  func areDoneAfterOneRun(_ text: String) {
    let corpus = Marks.strip(Corpus(text)).corpus
    #expect(fixed(fixed(corpus).corpus).count == 0)
  }

  @Test(arguments: ["byte-order-mark", "mixed-line-breaks", "invisible-character", "bidirectional-text"])
  func removeWhatTheyReport(_ rule: String) throws {
    for text in try #require(RuleCatalogue.descriptions.first { $0.id == rule }).triggering {
      let corpus = Marks.strip(Corpus(text)).corpus
      #expect(diagnostics(corpus).values.joined().contains { $0.rule == rule })
      #expect(!diagnostics(fixed(corpus).corpus).values.joined().contains { $0.rule == rule })
    }
  }

  @Test func writeWordsOfClosedVocabulariesInTheirOwnCase() {
    let corpus = Corpus("---\nseverity: sev1\nstatus: DRAFT\nkind: Near-miss\naudience: Internal\n---\n")
    #expect(
      fixed(corpus).corpus.files.first?.text
        == "---\nseverity: SEV1\nstatus: draft\nkind: near-miss\naudience: internal\n---\n")
  }

  @Test func leaveMarksInTextWrittenFromRightToLeft() {
    #expect(fixed(Corpus("# שלום \u{2067}abc\u{2069}\n")).count == 0)
  }
}
