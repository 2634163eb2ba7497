internal import PostMortems
internal import Diagnostics
internal import KnowledgeBase
internal import Validation

/// Runs all rules over a knowledge base.
enum Checking {
  static func diagnostics(_ knowledgeBase: KnowledgeBase, workers: Workers) -> [Diagnostic] {
    let runner = RuleRunner(knowledgeBase)
    let own = workers.map(knowledgeBase.postMortems) { runner.diagnostics(of: $0.draft) }
    let causes = workers.map(knowledgeBase.causes.records) { runner.diagnostics(of: $0) }
    let plan = workers.map(knowledgeBase.plan) { runner.diagnostics(of: $0) }
    let corpus = workers.map(runner.corpusFindings(), runner.diagnostics)
    let found = Dictionary(grouping: [own, causes, plan, corpus].joined().joined(), by: \.file)
    let filter = SuppressionFilter(levels: RuleCatalogue.levels(knowledgeBase.settings.ruleLevels))
    return workers.map(knowledgeBase.sources) { filter.apply(found[$0.path] ?? [], in: $0) }.flatMap { $0 }.sorted()
  }
}
