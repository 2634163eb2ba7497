internal import Markdown
package import Diagnostics
package import KnowledgeBase
package import PostMortems

/// Runs the rules and gives each finding its level; a rule that the settings turn off does not run.
package struct RuleRunner: Sendable {
  private let context: RuleContext
  private let postMortemRules: [(rule: any PostMortemRule, level: Level)]
  private let causeRules: [(rule: any CauseRule, level: Level)]
  private let corpusRules: [(rule: any CorpusRule, level: Level)]

  package init(_ knowledgeBase: KnowledgeBase) {
    context = RuleContext(knowledgeBase)
    let levels = knowledgeBase.settings.ruleLevels
    let active = RuleCatalogue.rules.compactMap { rule -> (any Rule, Level)? in
      let description = type(of: rule).description
      let level = levels[description.id] ?? description.level
      return level == .off ? nil : (rule, level)
    }
    postMortemRules = active.compactMap { rule, level in (rule as? any PostMortemRule).map { ($0, level) } }
    causeRules = active.compactMap { rule, level in (rule as? any CauseRule).map { ($0, level) } }
    corpusRules = active.compactMap { rule, level in (rule as? any CorpusRule).map { ($0, level) } }
  }

  /// The diagnostics of one post-mortem by the rules that look at one alone, in order.
  package func diagnostics(of draft: PostMortemDraft) -> [Diagnostic] {
    postMortemRules.flatMap { rule, level in
      rule.findings(in: draft, context: context).map { Diagnostic($0, level: level, in: draft.source) }
    }.sorted()
  }

  package func diagnostics(of record: CauseRecord) -> [Diagnostic] {
    causeRules.flatMap { rule, level in
      rule.findings(in: record, context: context).map { Diagnostic($0, level: level, in: record.document.source) }
    }.sorted()
  }

  /// The diagnostics of the rules that look at all post-mortems together.
  package func corpusDiagnostics() -> [Diagnostic] {
    let own = context.knowledgeBase.postMortems.map { ($0.file, $0.draft.source) }
    let causes = context.knowledgeBase.causes.records.map { ($0.file, $0.document.source) }
    let sources = Dictionary(own + causes, uniquingKeysWith: { first, _ in first })
    return corpusRules.flatMap { rule, level in
      rule.findings(in: context.knowledgeBase).compactMap { found in
        sources[found.file].map { Diagnostic(found.finding, level: level, in: $0) }
      }
    }.sorted()
  }
}
