internal import KnowledgeBase
internal import Language
internal import PostMortems
internal import Statistics
internal import Templates

/// The overview: every question with its answer in a sentence, for a leader's five minutes.
struct TrendsPage: TemplateView {
  let page: PageFrame
  /// What the numbers are made of and as of when.
  let basis: String
  let questions: [AnswerView]
  let figure: FigureView
  let quarters: [LinkView]
  let years: [LinkView]
  let scopes: [ScopeListView]
  let definitions: String
  let data: String

  init(
    _ figures: TrendFigures, periods: [Period], scopes: [(kind: String, entries: [ScopeEntry])], _ site: SiteSource
  ) {
    let frame = site.frames.frame(SitePaths.trends, title: say("Trends"), area: .trends)
    page = frame
    let sample = figures.trends.sample
    let left = sample.excluded.map { "\(CountWords.number($0.count)) (\(TrendWords.value($0.reason)))" }
    basis =
      say(
        """
        \(CountWords.text(sample.incidents.count, "published incident")) from \
        \(DateWords.long(sample.record.lowerBound)) to \(DateWords.long(sample.asOf))
        """)
      + (left.isEmpty ? "" : say("; left out: \(left.joined(separator: ", "))")) + "."
    questions = Question.allCases.map { AnswerView($0, figures.figures(of: $0), root: frame.root) }
    figure = FigureView(
      figures.leadingFigure, base: site.knowledgeBase, folder: TrendPaths.folder, root: frame.root)
    func links(_ unit: Period.Unit) -> [LinkView] {
      periods.filter { $0.unit == unit }.map { period in
        let running = period.isRunning(asOf: sample.asOf) ? say(" (not over)") : ""
        return LinkView(period.words + running, href: frame.root + TrendPaths.review(period))
      }
    }
    quarters = links(.quarter)
    years = links(.year)
    self.scopes = scopes.map { kind, entries in
      ScopeListView(title: kind, links: entries.map { LinkView($0.title, href: frame.root + $0.path) })
    }
    definitions = frame.root + TrendPaths.definitions
    data = frame.root + TrendPaths.metrics
  }

  static let schema = ViewSchema<Self>(
    .view("page", \.page), .text("basis", \.basis), .list("questions", \.questions), .view("figure", \.figure),
    .list("quarters", \.quarters), .list("years", \.years), .list("scopes", \.scopes),
    .text("definitions", \.definitions), .text("data", \.data))
}

/// Links to the trends of parts of one kind.
struct ScopeListView: TemplateView {
  let title: String
  let links: [LinkView]

  static let schema = ViewSchema<Self>(.text("title", \.title), .list("links", \.links))
}

/// A question with what its figures found.
struct AnswerView: TemplateView {
  let title: String
  let href: String
  let headlines: [LinkView]

  init(_ question: Question, _ figures: [Figure], root: String) {
    title = TrendWords.question(question)
    let path = root + TrendPaths.question(question)
    href = path
    headlines = figures.filter { $0.presentation != .none }.prefix(3).map {
      LinkView(Unbroken.text($0.headline), href: "\(path)#\($0.id)")
    }
  }

  static let schema = ViewSchema<Self>(
    .text("title", \.title), .text("href", \.href), .list("headlines", \.headlines))
}
