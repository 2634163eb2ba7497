internal import KnowledgeBase
internal import Templates

/// The page of one question: its answer in figures.
struct QuestionPage: TemplateView {
  let page: PageFrame
  let title: String
  let figures: [FigureView]
  let others: [LinkView]

  init(_ question: Question, _ figures: [Figure], _ site: SiteSource) {
    let path = TrendPaths.question(question)
    let frame = site.frames.frame(path, title: TrendWords.question(question), area: .trends)
    page = frame
    title = TrendWords.question(question)
    self.figures = figures.map {
      FigureView($0, base: site.knowledgeBase, folder: TrendPaths.folder, root: frame.root)
    }
    others = Question.allCases.filter { $0 != question }.map {
      LinkView(TrendWords.question($0), href: frame.root + TrendPaths.question($0))
    }
  }

  static let schema = ViewSchema<Self>(
    .view("page", \.page), .text("title", \.title), .list("figures", \.figures), .list("others", \.others))
}
