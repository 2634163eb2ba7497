package import Diagnostics
package import KnowledgeBase
package import Markdown
package import PostMortems

/// A check with a name; it has no state, and its messages are made in its own file.
package protocol Rule: Sendable {
  static var description: RuleDescription { get }
  init()
}

/// Looks at one post-mortem at a time.
package protocol PostMortemRule: Rule {
  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding]
}

/// Looks at one cause record at a time.
package protocol CauseRule: Rule {
  func findings(in record: CauseRecord, context: RuleContext) -> [Finding]
}

/// Looks at one page of the response plan at a time.
package protocol PlanRule: Rule {
  func findings(in page: PlanPage, context: RuleContext) -> [Finding]
}

/// Looks at every document alike: post-mortems, cause records and pages of the response plan.
package protocol DocumentRule: Rule {
  /// Whether its findings cover what no output may repeat.
  static var isConfidential: Bool { get }
  func findings(in document: Document, context: RuleContext) -> [Finding]
}

extension DocumentRule {
  package static var isConfidential: Bool { false }
}

/// Looks at all post-mortems together.
package protocol CorpusRule: Rule {
  func findings(in knowledgeBase: KnowledgeBase) -> [FileFinding]
}

/// Names a flaw that reading already found: the finding is made where the text is read.
package protocol ReadingRule: PostMortemRule, CauseRule, PlanRule {}

extension ReadingRule {
  package func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    draft.findings.filter { $0.rule == Self.description.id }
  }

  package func findings(in record: CauseRecord, context: RuleContext) -> [Finding] {
    record.findings.filter { $0.rule == Self.description.id }
  }

  package func findings(in page: PlanPage, context: RuleContext) -> [Finding] {
    page.document.findings.filter { $0.rule == Self.description.id }
  }
}

/// A finding with the file that it is about.
package struct FileFinding: Sendable {
  package let file: String
  package let finding: Finding

  package init(file: String, _ finding: Finding) {
    self.file = file
    self.finding = finding
  }
}

/// What a rule may know beside the document: the other documents, the settings and the day.
package struct RuleContext: Sendable {
  package let knowledgeBase: KnowledgeBase
  /// The shapes of the ids that authors gave, by which a bare mention is known.
  let idShapes: Set<[UInt8]>
  /// What the rules read of the post-mortem that is looked at; nil where none is.
  var prose: DraftProse?

  package init(_ knowledgeBase: KnowledgeBase) {
    self.knowledgeBase = knowledgeBase
    idShapes = IDShape.all(in: knowledgeBase)
  }

  package var settings: Settings { knowledgeBase.settings }
  package var asOf: Day { knowledgeBase.asOf }
}
