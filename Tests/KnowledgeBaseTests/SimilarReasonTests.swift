import KnowledgeBase
import PostMortems
import TestSupport
import Testing

/// Every kind of reason is followed back to the words of both documents.
@Suite("Reasons for a likeness")
struct SimilarReasonTests {
  /// Two reports on one cause among others that have nothing to do with it.
  private func corpus(
    _ first: String, _ second: String, head: (String, String) = ("", ""), more: [(path: String, text: String)] = []
  ) -> Corpus {
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
    return Corpus(files: files + more)
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

  @Test func nameTheRecordsThatBothGive() throws {
    let head = "root_causes: [full-disk]\ncontributing_factors: [alert-missing]\n"
    let record = (path: "causes/full-disk.md", text: "---\ncause: full-disk\ntitle: The disk fills up\n---\nLogs.\n")
    let kinds = try reasons(corpus(first, second, head: (head, head), more: [record]))
    #expect(kinds.contains { $0.kind == .cause && $0.text == "same root cause: The disk fills up" })
    #expect(kinds.contains { $0.kind == .factor && $0.text == "same contributing factor: alert missing" })
    let one = try reasons(corpus(first, second, head: (head, ""), more: [record]))
    #expect(!one.contains { $0.kind == .cause || $0.kind == .factor })
  }

  @Test func nameTheLinksThatAnAuthorGives() throws {
    let repeats = corpus("A.", "B.", head: ("", "recurrence_of: [PM-2026-001]\n"))
    #expect(try text(.recurrenceOf, repeats) == "named here as an earlier occurrence")
    let foreseen = corpus("A.", "B.", head: ("recurrence_of: [PM-2026-002]\n", ""))
    #expect(try text(.recurrenceOf, foreseen) == "names this as an earlier occurrence")
    #expect(try text(.related, corpus("A.", "B.", head: ("related: [PM-2026-002]\n", ""))) == "linked by an author")
  }

  @Test func nameTheFolderOfOneHouse() throws {
    let files = [
      (path: "north/a.md", text: "# The lathe jams\n\nSwarf clogged the lathe.\n"),
      (path: "north/b.md", text: "# Lathe again\n\nThe lathe was clogged by swarf.\n"),
      (path: "2024/c.md", text: "# The saw\n\nA tooth of the saw broke.\n"),
      (path: "2024/d.md", text: "# Saw\n\nOne tooth broke off the saw.\n"),
      (path: "south/e.md", text: "# The kiln\n\nThe kiln cracked.\n"),
    ]
    let knowledgeBase = Corpus(files: files).knowledgeBase()
    func text(_ file: String, _ other: String) throws -> String? {
      let position = try #require(knowledgeBase.references.position(ofFile: file))
      let found = try #require(knowledgeBase.references.position(ofFile: other))
      let relation = knowledgeBase.related.similar(to: position, limit: 9).first { $0.postMortem == found }
      return try #require(relation).reasons.first { $0.kind == .folder }?.text
    }
    #expect(try text("north/a.md", "north/b.md") == "both from north")
    #expect(try text("2024/c.md", "2024/d.md") == nil)
  }

  @Test func speakForASuggestionInASmallKnowledgeBaseToo() throws {
    let memory = [
      (
        path: "a.md",
        text: "# Checkout answers 502\n\n## Root cause\n\nSession keys without expiry filled Redis up to maxmemory.\n"
      ),
      (
        path: "b.md",
        text: "# Redis out of memory\n\n## Root cause\n\nCart keys without expiry: Redis ran into maxmemory again.\n"
      ),
      (path: "c.md", text: "# Nobody can log in\n\n## Root cause\n\nThe renewal of a certificate was switched off.\n"),
    ]
    let knowledgeBase = Corpus(files: memory).knowledgeBase()
    let found = knowledgeBase.related.suggestions.map { suggested in
      [suggested.earlier, suggested.later].map { knowledgeBase.postMortems[$0].file }.sorted()
    }
    #expect(found == [["a.md", "b.md"]])
  }

  @Test func areNeverMissing() throws {
    let knowledgeBase = corpus(first, second).knowledgeBase()
    for position in knowledgeBase.postMortems.indices {
      let relations = knowledgeBase.related.similar(to: position, limit: 50)
      #expect(relations.allSatisfy { !$0.reasons.isEmpty })
    }
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
