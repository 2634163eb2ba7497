import Diagnostics
import KnowledgeBase
import PostMortems
import TestSupport
import Testing
import Validation

/// What the three rules about blame say to one sentence at a time.
@Suite("Blameless sentences")
struct BlamelessSentenceTests {
  private static let rules: Set<String> = ["blame", "human-error-as-cause", "counterfactual"]

  private func rules(for text: String) -> [String] {
    let knowledgeBase = Corpus(text).knowledgeBase()
    let runner = RuleRunner(knowledgeBase)
    let found = knowledgeBase.postMortems.flatMap { runner.diagnostics(of: $0.draft) }.map(\.rule)
    return Set(found).intersection(Self.rules).sorted()
  }

  @Test(arguments: SentenceList.entries)
  func reportsPeopleAndNothingElse(_ entry: SentenceList.Entry) {
    #expect(rules(for: "# Checkout down\n\n\(entry.sentence)\n") == [entry.rule].compactMap { $0 })
  }

  @Test(arguments: SentenceList.entries)
  func readsTheSameInAListAndInATable(_ entry: SentenceList.Entry) {
    let expected = [entry.rule].compactMap { $0 }
    #expect(rules(for: "# Checkout down\n\n- \(entry.sentence)\n") == expected)
    #expect(rules(for: "# Checkout down\n\n| a | b |\n| - | - |\n| 10:00 | \(entry.sentence) |\n") == expected)
  }

  @Test(arguments: SentenceList.entries)
  func leavesQuotationsAlone(_ entry: SentenceList.Entry) {
    #expect(rules(for: "# Checkout down\n\n> \(entry.sentence)\n") == [])
    #expect(rules(for: "# Checkout down\n\n```\n\(entry.sentence)\n```\n") == [])
  }

  @Test func holdsAtLeastSixtySentencesOfEachKind() {
    #expect(SentenceList.entries.count { $0.rule != nil } >= 60)
    #expect(SentenceList.entries.count { $0.rule == nil } >= 60)
  }
}
