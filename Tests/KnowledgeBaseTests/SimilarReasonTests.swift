import KnowledgeBase
import PostMortems
import TestSupport
import Testing

/// Every kind of reason is followed back to the words of both documents.
@Suite("Reasons for a likeness")
struct SimilarReasonTests {
  /// Two reports on one cause among others that have nothing to do with it.
  private func corpus(_ first: String, _ second: String, head: (String, String) = ("", "")) -> Corpus {
    var files = [
      (path: "a.md", text: "---\nid: PM-2026-001\nstarted: 2026-01-10\n\(head.0)---\n\(first)\n"),
      (path: "b.md", text: "---\nid: PM-2026-002\nstarted: 2026-02-10\n\(head.1)---\n\(second)\n"),
    ]
    let others = [
      "parking garage", "coffee machine", "window cleaner", "piano recital", "garden hose", "violin lesson",
      "bicycle lane", "chess tournament", "orange juice", "mountain hut", "river ferry", "candle maker",
    ]
    for (number, words) in others.enumerated() {
      files.append((path: "other-\(number).md", text: "# The \(words)\n\nThe \(words) stood at the \(words).\n"))
    }
    return Corpus(files: files)
  }

  /// What the later report is told of the earlier one.
  private func reasons(_ corpus: Corpus) throws -> [RelationReason] {
    let knowledgeBase = corpus.knowledgeBase()
    let later = try #require(knowledgeBase.references.position(ofFile: "b.md"))
    let earlier = try #require(knowledgeBase.references.position(ofFile: "a.md"))
    let found = knowledgeBase.related.similar(to: later, limit: 20).first { $0.postMortem == earlier }
    return found?.reasons ?? []
  }

  private func text(_ kind: RelationReason.Kind, _ corpus: Corpus) throws -> String? {
    try reasons(corpus).first { $0.kind == kind }?.text
  }

  private func quoted(_ text: String) -> [String] {
    text.split(separator: "“").dropFirst().compactMap { $0.split(separator: "”").first.map(String.init) }
  }

  private let first = "# Root cause\n\nThe kubespawner left orphaned pods, for `pod_reflector.py` lost its watch.\n"
  private let second = "# Root cause\n\nOrphaned pods again: kubespawner and `pod_reflector.py` lost the watch.\n"

  @Test func nameWordsThatStandInBothTexts() throws {
    let words = quoted(try #require(try text(.rareWords, corpus(first, second))))
    #expect(words.contains("kubespawner"))
    #expect(words.contains("orphaned pods"))
    for word in words {
      #expect(first.lowercased().contains(word) && second.lowercased().contains(word), "\(word)")
    }
  }

  @Test func nameIdentifiersThatStandInBothTexts() throws {
    #expect(try text(.identifier, corpus(first, second)) == "both name “pod_reflector.py”")
  }

  @Test func nameTheKindOfFailureWithTheWordsOfEach() throws {
    let said = try text(
      .failureMode,
      corpus(
        "# Root cause\n\nThe signing cert of the ledger expired.\n",
        "# Root cause\n\nNobody renewed the TLS of the ledger.\n"))
    let reason = try #require(said)
    #expect(reason.contains("certificate (“tls” here, “cert” there)"))
    #expect(reason.contains("expiry (“renewed” here, “expired” there)"))
  }

  @Test func nameTheSignatureTheAlertAndTheService() throws {
    let traceback =
      "```\nTraceback (most recent call last):\n  File \"/srv/app/uploads.py\", line 7, in store\n    d()\nKeyError: 'x'\n```\n"
    let head = "services: [ledger]\ntrigger: deploy\ndetection: {alert: LedgerBehind}\n"
    let kinds = try reasons(corpus(traceback, traceback, head: (head, head)))
    #expect(kinds.contains { $0.kind == .signature && $0.text == "same failure signature: KeyError in uploads:store" })
    #expect(kinds.contains { $0.kind == .signature && $0.text == "same alert: LedgerBehind" })
    #expect(kinds.contains { $0.kind == .service && $0.text == "same service: ledger" })
    #expect(kinds.contains { $0.kind == .serviceAndTrigger && $0.text == "ledger again, set off by deploy again" })
  }

  @Test func nameALinkInTheText() throws {
    #expect(try text(.backReference, corpus(first, "See [then](a.md).")) == "named in the text here")
    #expect(try text(.backReference, corpus(first, "We saw it in PM-2026-001.")) == "named in the text here")
    #expect(try text(.backReference, corpus(first, "See https://example.org/blog/pm-2026-001/.")) == nil)
  }

  @Test func quoteTheSentenceThatSaysItHappenedBefore() throws {
    let said = "This is the second time orphaned pods of kubespawner fill the watch"
    let reason = try #require(try text(.backReference, corpus(first, "# Lessons\n\n\(said).\n")))
    #expect(reason == "it says here: “\(said)”")
  }

  @Test func countADeniedCauseAgainstThePair() throws {
    let denial = "# Root cause\n\nKubespawner again, but with a different root cause than in PM-2026-001"
    let denied = corpus(first, "\(denial): orphaned pods of pod_reflector.py.\n")
    let named = corpus(
      first, "# Root cause\n\nKubespawner again, as in PM-2026-001: orphaned pods of pod_reflector.py.\n")
    #expect(try #require(try text(.differentCause, denied)).contains("different root cause than in PM-2026-001"))
    func score(_ corpus: Corpus) throws -> Double {
      let knowledgeBase = corpus.knowledgeBase()
      return knowledgeBase.related.score(
        try #require(knowledgeBase.references.position(ofFile: "a.md")),
        try #require(knowledgeBase.references.position(ofFile: "b.md")))
    }
    #expect(try score(denied) < 0.5 * score(named))
  }

  @Test func saysNothingOfSentencesThatATemplatePutIntoEveryReport() throws {
    let thanks = "We thank the marvellous zeppelin crew for their splendid patience."
    var files = (0..<40).map { number in
      (path: "\(number).md", text: "# Report \(number)\n\n\(thanks)\n\nWidget\(number)x burst the gasket\(number)y.\n")
    }
    files.append((path: "plain.md", text: "# Zeppelin\n\nThe zeppelin sank.\n"))
    let knowledgeBase = Corpus(files: files).knowledgeBase()
    let position = try #require(knowledgeBase.references.position(ofFile: "3.md"))
    for relation in knowledgeBase.related.similar(to: position, limit: 50) {
      #expect(!relation.reasons.contains { $0.text.contains("zeppelin") })
    }
  }

  @Test func scoresADraftOutsideAsTheSameReportInside() throws {
    let corpus = corpus(first, second)
    let knowledgeBase = corpus.knowledgeBase()
    let later = try #require(knowledgeBase.references.position(ofFile: "b.md"))
    let inside = try #require(knowledgeBase.related.similar(to: later, limit: 1).first)
    let outside = knowledgeBase.related.similar(to: knowledgeBase.postMortems[later], limit: 2)
    #expect(outside.first?.postMortem == later)
    let same = try #require(outside.first { $0.postMortem == inside.postMortem })
    #expect(abs(same.score - inside.score) < 0.000_1)
  }
}
