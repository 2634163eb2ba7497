internal import KnowledgeBase
internal import Language
internal import PostMortems
internal import Statistics

/// Makes the figures of a set of numbers; each figure has a file of its own.
struct TrendFigures: Sendable {
  let trends: Trends
  /// Where the pages lie, with a closing slash.
  let folder: String

  var base: KnowledgeBase { trends.base }

  /// In the order of the page, the answer first.
  func figures(of question: Question) -> [Figure] {
    switch question {
    case .whatHurt: [quarterFigure, servicesFigure, monthFigure, yearFigure, impactFigure, gapFigure, apartFigure]
    case .doesItRepeat: [recurrenceFigure, timelineFigure, brokenPromiseFigure]
    case .doWeFindItFirst: [detectionFigure, stripFigure(trends.strips[0]), lateFigure]
    case .howDoWeStopIt: [mitigationFigure, stripFigure(trends.strips[1]), stripFigure(trends.strips[2])]
    case .arePromisesKept: [stateFigure, ageFigure, punctualityFigure, strengthFigure, overdueFigure, declinedFigure]
    case .whatMadeItPossible:
      [
        triggerFigure, rootCauseFigure, factorFigure, controlFigure, serviceControlFigure, latencyFigure,
        resilienceFigure,
      ]
    case .isTheProcessHealthy: [coverageFigure, publicationFigure, unpublishedFigure]
    case .isItSustainable: [responderFigure, outOfHoursFigure, hourFigure]
    }
  }

  /// What is asked of a part of the knowledge base, on one page.
  var scopeFigures: [Figure] {
    [
      quarterFigure, impactFigure, recurrenceFigure, detectionFigure, stripFigure(trends.strips[0]),
      stripFigure(trends.strips[1]), triggerFigure, rootCauseFigure, controlFigure,
    ].filter { $0.presentation != .none }
  }

  /// A subtitle: what, where and when.
  func subtitle(_ what: String, _ days: ClosedRange<Day>) -> String {
    say(
      """
      \(what), \(TrendWords.scope(trends.sample.scope)), \(DateWords.short(days.lowerBound)) to \
      \(DateWords.short(days.upperBound))
      """)
  }

  func path(_ position: Int) -> String { SitePaths.postMortem(base.postMortems[position].slug) }

  func rowsPath(_ figure: String, _ group: String) -> String {
    Figure.rowsPath(figure, folder: folder, group: group)
  }

  /// A count that leads to its rows; a plain 0 where there are none.
  func count(_ count: Int, _ figure: String, _ group: String) -> DataTable.Cell {
    DataTable.Cell(CountWords.number(count), path: count > 0 ? rowsPath(figure, group) : nil)
  }

  func day(_ position: Int) -> String { base.postMortems[position].day.map { DateWords.short($0) } ?? "" }

  /// The class of a severity's colour: by rank up to the fifth, and one for what is not stated.
  func severityClass(_ name: String) -> String {
    base.settings.rank(of: name).map { "sev\(min($0, 5))" } ?? "sev0"
  }
}
