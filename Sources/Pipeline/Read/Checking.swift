internal import PostMortems
internal import Diagnostics
internal import KnowledgeBase
internal import Validation

/// Runs all rules over a knowledge base.
enum Checking {
  /// - Parameter isCancelled: asked before each document; what is found is of no use once it says yes.
  static func diagnostics(
    _ knowledgeBase: KnowledgeBase, workers: Workers, isCancelled: @Sendable () -> Bool = { false }
  ) -> [Diagnostic] {
    let runner = RuleRunner(knowledgeBase)
    let own = workers.map(knowledgeBase.postMortems) { isCancelled() ? [] : runner.diagnostics(of: $0.draft) }
    let causes = workers.map(knowledgeBase.causes.records) { runner.diagnostics(of: $0) }
    let plan = workers.map(knowledgeBase.plan) { runner.diagnostics(of: $0) }
    guard !isCancelled() else { return [] }
    let corpus = workers.map(runner.corpusFindings(sharing: workers.sharing), runner.diagnostics)
    // Each of these lists is of one file.
    let found = [own, causes, plan, corpus].joined().reduce(into: [String: [Diagnostic]]()) { found, list in
      if let file = list.first?.file { found[file, default: []] += list }
    }
    let filter = SuppressionFilter(levels: RuleCatalogue.levels(knowledgeBase.settings.ruleLevels))
    return workers.map(knowledgeBase.sources) { filter.apply(found[$0.path] ?? [], in: $0) }.flatMap { $0 }.sorted()
  }

  /// What the rules about one document find in some, together with what those about all are known to say of them.
  ///
  /// - Parameter known: the diagnostics of all documents before these changed.
  static func diagnostics(
    of files: Set<String>, in knowledgeBase: KnowledgeBase, known: [Diagnostic], workers: Workers
  ) -> [Diagnostic] {
    let runner = RuleRunner(knowledgeBase)
    let drafts = knowledgeBase.postMortems.map(\.draft).filter { files.contains($0.file) }
    let own = workers.map(drafts) { runner.diagnostics(of: $0) }
    let causes = knowledgeBase.causes.records.filter { files.contains($0.file) }.map { runner.diagnostics(of: $0) }
    let plan = knowledgeBase.plan.filter { files.contains($0.file) }.map { runner.diagnostics(of: $0) }
    let kept = known.filter { files.contains($0.file) && corpusRules.contains($0.rule) }
    let found = Dictionary(grouping: ([own, causes, plan].joined() + [kept]).joined(), by: \.file)
    let filter = SuppressionFilter(levels: RuleCatalogue.levels(knowledgeBase.settings.ruleLevels))
    return knowledgeBase.sources.filter { files.contains($0.path) }.flatMap {
      filter.apply(found[$0.path] ?? [], in: $0)
    }
  }

  private static let corpusRules = Set(
    RuleCatalogue.rules.filter { $0 is any CorpusRule }.map { type(of: $0).description.id })
}
