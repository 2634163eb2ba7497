internal import KnowledgeBase
internal import Language
internal import Statistics
internal import Templates

/// What every number means, how it is made and what it cannot tell.
struct DefinitionsPage: TemplateView {
  let page: PageFrame
  let questions: [DefinitionGroupView]

  init(_ site: SiteSource) {
    let frame = site.frames.frame(TrendPaths.definitions, title: say("What the numbers mean"), area: .trends)
    page = frame
    questions = Question.allCases.map { DefinitionGroupView($0, root: frame.root) }
  }

  static let schema = ViewSchema<Self>(.view("page", \.page), .list("questions", \.questions))
}

/// The definitions of one question's numbers.
struct DefinitionGroupView: TemplateView {
  let question: LinkView
  let definitions: [DefinitionView]

  init(_ question: Question, root: String) {
    self.question = LinkView(TrendWords.question(question), href: root + TrendPaths.question(question))
    definitions = MetricID.allCases.filter { $0.question == question }.map(DefinitionView.init)
  }

  static let schema = ViewSchema<Self>(.view("question", \.question), .list("definitions", \.definitions))
}

/// One number's definition.
struct DefinitionView: TemplateView {
  let id: String
  let title: String
  let formula: String
  let exclusions: String?
  let limits: String
  let source: String?

  init(_ id: MetricID) {
    let definition = id.definition
    self.id = id.rawValue
    title = definition.title
    formula = definition.formula
    exclusions = definition.exclusions.isEmpty ? nil : definition.exclusions
    limits = definition.limits
    source = definition.source.isEmpty ? nil : definition.source
  }

  static let schema = ViewSchema<Self>(
    .text("id", \.id), .text("title", \.title), .text("formula", \.formula), .text("exclusions", \.exclusions),
    .text("limits", \.limits), .text("source", \.source))
}
