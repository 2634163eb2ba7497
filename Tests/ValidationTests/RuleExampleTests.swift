import Diagnostics
import KnowledgeBase
import PostMortems
import TestSupport
import Testing
import Validation

/// Every example of every rule is run; so are the variants that nobody writes by hand.
@Suite("Rule examples")
struct RuleExampleTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let rule: String
    let text: String

    var testDescription: String { "\(rule): \(text.prefix(60))" }
  }

  static let triggering = RuleCatalogue.descriptions.flatMap { rule in
    rule.triggering.map { Example(rule: rule.id, text: $0) }
  }

  static let nonTriggering = RuleCatalogue.descriptions.flatMap { rule in
    rule.nonTriggering.map { Example(rule: rule.id, text: $0) }
  }

  private func places(_ rule: String, in corpus: Corpus) -> [String] {
    let knowledgeBase = corpus.knowledgeBase()
    let runner = RuleRunner(knowledgeBase)
    let own = knowledgeBase.postMortems.flatMap { runner.diagnostics(of: $0.draft) }
    let causes = knowledgeBase.causes.records.flatMap { runner.diagnostics(of: $0) }
    let plan = knowledgeBase.plan.flatMap { runner.diagnostics(of: $0) }
    let found = Dictionary(grouping: own + causes + plan + runner.corpusDiagnostics(), by: \.file)
    let filter = SuppressionFilter(levels: RuleCatalogue.levels(knowledgeBase.settings.ruleLevels))
    let left = knowledgeBase.sources.flatMap { filter.apply(found[$0.path] ?? [], in: $0) }
    return left.filter { $0.rule == rule }.sorted()
      .map { "\($0.file):\($0.start.line):\($0.start.column)" }
  }

  @Test(arguments: triggering)
  func reportsEachMarkedPlace(_ example: Example) {
    let (corpus, expected) = Marks.strip(Corpus(example.text))
    #expect(!expected.isEmpty)
    #expect(places(example.rule, in: corpus) == expected)
  }

  @Test(arguments: nonTriggering)
  func staysSilentOnWhatIsRight(_ example: Example) {
    #expect(places(example.rule, in: Corpus(example.text)) == [])
  }

  @Test(arguments: triggering)
  func findsTheSamePlacesWithCarriageReturns(_ example: Example) {
    let (corpus, expected) = Marks.strip(Corpus(example.text))
    let variant = corpus.mapTexts {
      $0.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    }
    #expect(places(example.rule, in: variant) == expected)
  }

  @Test(arguments: triggering.filter { $0.rule != "empty-document" })
  func findsTheSamePlacesBehindAByteOrderMark(_ example: Example) {
    let (corpus, expected) = Marks.strip(Corpus(example.text))
    #expect(places(example.rule, in: corpus.mapTexts { "\u{FEFF}" + $0 }) == expected)
  }

  @Test func namesEveryRuleAfterItsFlaw() {
    let ids = RuleCatalogue.descriptions.map(\.id)
    #expect(Set(ids).count == ids.count)
    for id in ids {
      #expect(id.allSatisfy { $0.isLowercase || $0 == "-" || $0.isNumber }, "\(id)")
    }
  }

  @Test func givesEveryRuleAnExampleOfBothKinds() {
    for rule in RuleCatalogue.descriptions where rule.id != "invalid-utf-8" {
      #expect(!rule.triggering.isEmpty && !rule.nonTriggering.isEmpty, "\(rule.id)")
    }
  }
}
