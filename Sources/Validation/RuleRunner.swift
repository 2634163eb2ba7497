package import Diagnostics
package import KnowledgeBase
internal import Markdown
package import PostMortems

/// Runs the rules and gives each finding its level; a rule that the settings turn off does not run.
package struct RuleRunner: Sendable {
  private let context: RuleContext
  private let postMortemRules: [(rule: any PostMortemRule, level: Level)]
  private let causeRules: [(rule: any CauseRule, level: Level)]
  private let planRules: [(rule: any PlanRule, level: Level)]
  private let documentRules: [(rule: any DocumentRule, level: Level)]
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
    planRules = active.compactMap { rule, level in (rule as? any PlanRule).map { ($0, level) } }
    documentRules = active.compactMap { rule, level in (rule as? any DocumentRule).map { ($0, level) } }
    corpusRules = active.compactMap { rule, level in (rule as? any CorpusRule).map { ($0, level) } }
  }

  /// The diagnostics of one post-mortem by the rules that look at one alone, in order.
  package func diagnostics(of draft: PostMortemDraft) -> [Diagnostic] {
    let context = context.reading(draft)
    var own: [(finding: Finding, level: Level)] = []
    for entry in postMortemRules {
      for finding in entry.rule.findings(in: draft, context: context) { own.append((finding, entry.level)) }
    }
    return diagnostics(own, of: draft.document)
  }

  package func diagnostics(of record: CauseRecord) -> [Diagnostic] {
    let own = causeRules.flatMap { rule, level in rule.findings(in: record, context: context).map { ($0, level) } }
    return diagnostics(own, of: record.document)
  }

  package func diagnostics(of page: PlanPage) -> [Diagnostic] {
    let own = planRules.flatMap { rule, level in rule.findings(in: page, context: context).map { ($0, level) } }
    return diagnostics(own, of: page.document)
  }

  /// Findings of one document with those that every document's rules add, placed, masked and in order.
  private func diagnostics(_ own: [(finding: Finding, level: Level)], of document: Document) -> [Diagnostic] {
    var all = own
    for entry in documentRules {
      for finding in entry.rule.findings(in: document, context: context) { all.append((finding, entry.level)) }
    }
    let masking = Masking(all.map(\.finding), in: document.source)
    return limited(all).map { Diagnostic($0.finding, level: $0.level, in: document.source, masking: masking) }
      .sorted()
  }

  /// How many places of one file a rule reports.
  private static let limit = 500

  /// The first places of each rule, the last of which says how many more there are: nobody reads thousands, and each
  /// carries a copy of its line.
  private func limited(_ all: [(finding: Finding, level: Level)]) -> [(finding: Finding, level: Level)] {
    guard all.count > Self.limit else { return all }
    let totals = Dictionary(grouping: all, by: \.finding.rule).mapValues(\.count)
    var seen: [String: Int] = [:]
    return all.compactMap { finding, level in
      let number = seen[finding.rule, default: 0] + 1
      seen[finding.rule] = number
      guard number <= Self.limit else { return nil }
      let left = (totals[finding.rule] ?? 0) - Self.limit
      guard number == Self.limit, left > 0 else { return (finding, level) }
      var last = finding
      last.notes.append("\(left) more such places in this file are left out")
      return (last, level)
    }
  }

  /// The diagnostics of the rules that look at all post-mortems together.
  package func corpusDiagnostics() -> [Diagnostic] { corpusFindings().flatMap(diagnostics).sorted() }

  /// What the rules that look at all post-mortems together found, document by document, in the order of the files.
  package func corpusFindings(sharing: WorkSharing = .serial) -> [DocumentFindings] {
    let own = context.knowledgeBase.postMortems.map { ($0.file, $0.draft.document) }
    let causes = context.knowledgeBase.causes.records.map { ($0.file, $0.document) }
    let documents = Dictionary(own + causes, uniquingKeysWith: { first, _ in first })
    let found = sharing.map(corpusRules.count) { number in
      let (rule, level) = corpusRules[number]
      return rule.findings(in: context.knowledgeBase).map { (file: $0.file, finding: $0.finding, level: level) }
    }.joined()
    return Dictionary(grouping: found, by: \.file).sorted { $0.key < $1.key }.compactMap { file, found in
      documents[file].map { DocumentFindings(document: $0, found: found.map { ($0.finding, $0.level) }) }
    }
  }

  /// The diagnostics of such findings, placed and masked.
  package func diagnostics(_ findings: DocumentFindings) -> [Diagnostic] {
    let source = findings.document.source
    let masking = masking(of: findings.document)
    return findings.found.map { Diagnostic($0.finding, level: $0.level, in: source, masking: masking) }
  }

  private func masking(of document: Document) -> Masking {
    let confidential = documentRules.filter { type(of: $0.rule).isConfidential }
    return Masking(confidential.flatMap { $0.rule.findings(in: document, context: context) }, in: document.source)
  }
}

/// What rules about all post-mortems found in one document.
package struct DocumentFindings: Sendable {
  let document: Document
  let found: [(finding: Finding, level: Level)]
}
