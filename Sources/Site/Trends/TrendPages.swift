internal import KnowledgeBase
internal import Language
internal import PostMortems
package import Templates

/// All pages and data files about trends, bound to their templates.
package struct TrendPages: Sendable {
  private let overview: BoundTemplate<TrendsPage>
  private let question: BoundTemplate<QuestionPage>
  private let rows: BoundTemplate<RowsPage>
  private let review: BoundTemplate<ReviewPage>
  private let scope: BoundTemplate<ScopePage>
  private let definitions: BoundTemplate<DefinitionsPage>

  package init(_ binder: inout TemplateBinder) {
    overview = binder.bind("trends")
    question = binder.bind("trends-question")
    rows = binder.bind("trends-rows")
    review = binder.bind("trends-review")
    scope = binder.bind("trends-scope")
    definitions = binder.bind("trends-definitions")
  }

  /// The pages and data files, each rendered when it is asked for; the groups can be planned on any thread.
  func plan(_ site: SiteSource) -> [@Sendable () -> [PlannedPage]] {
    let trends = site.trends
    let figures = TrendFigures(trends: trends, folder: TrendPaths.folder)
    let scopes = ScopeEntry.all(of: site.knowledgeBase)
    let periods = Review.periods(of: trends.sample)
    let fixed = [
      PlannedPage(path: SitePaths.trends) { [overview] in
        overview.render(TrendsPage(figures, periods: periods, scopes: scopes, site), into: &$0)
      },
      PlannedPage(path: TrendPaths.definitions) { [definitions] in
        definitions.render(DefinitionsPage(site), into: &$0)
      },
      PlannedPage(longPath: TrendPaths.metrics) { trends.appendJSON(to: &$0, passingOn: $1) },
    ]
    let reviews = periods.map { period in
      PlannedPage(path: TrendPaths.review(period)) { [review] in
        review.render(ReviewPage(Review(trends, period: period), periods: periods, site), into: &$0)
      }
    }
    let questions = Question.allCases.map { question -> @Sendable () -> [PlannedPage] in
      { questionPages(question, figures, site) }
    }
    let scopeGroups = scopes.flatMap(\.entries).map { entry -> @Sendable () -> [PlannedPage] in
      { scopePages(entry, site) }
    }
    return [{ fixed + reviews }] + questions + scopeGroups
  }

  private func questionPages(_ question: Question, _ figures: TrendFigures, _ site: SiteSource) -> [PlannedPage] {
    let made = figures.figures(of: question)
    let page = PlannedPage(path: TrendPaths.question(question)) { [template = self.question] in
      template.render(QuestionPage(question, made, site), into: &$0)
    }
    return [page]
      + details(
        made, folder: TrendPaths.folder, on: (TrendWords.question(question), TrendPaths.question(question)), site)
  }

  private func scopePages(_ entry: ScopeEntry, _ site: SiteSource) -> [PlannedPage] {
    let trends = Trends(site.trends.sample.facts, scope: entry.scope)
    let made = TrendFigures(trends: trends, folder: entry.folder).scopeFigures
    let periods = entry.reviewedPeriods(trends.sample)
    let page = PlannedPage(path: entry.path) { [scope] in
      scope.render(ScopePage(entry, made, trends, periods: periods, site), into: &$0)
    }
    let reviews = periods.map { period in
      PlannedPage(path: TrendPaths.review(period, in: entry.folder)) { [review] in
        review.render(ReviewPage(Review(trends, period: period), periods: periods, of: entry, site), into: &$0)
      }
    }
    return [page] + reviews
      + details(made, folder: entry.folder, on: (say("Trends: \(entry.title)"), entry.path), site)
  }

  /// The rows of each figure as a page and as a data file.
  private func details(
    _ figures: [Figure], folder: String, on parent: (text: String, path: String), _ site: SiteSource
  ) -> [PlannedPage] {
    figures.filter { !$0.rows.isEmpty }.flatMap { figure in
      [
        PlannedPage(path: Figure.rowsPath(figure.id, folder: folder)) { [rows] in
          rows.render(RowsPage(figure, folder: folder, on: parent, site), into: &$0)
        },
        PlannedPage(longPath: "\(folder)\(figure.id).csv") { bytes, passOn in
          figure.rows.append(site.rowLines, to: &bytes, passingOn: passOn)
        },
      ]
    }
  }
}
