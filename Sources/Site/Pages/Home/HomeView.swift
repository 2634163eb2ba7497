import Templates

/// The first page.
struct HomeView: TemplateView {
  let page: PageFrame
  let knownProblems: [LinkView]
  let hasPlan: Bool
  let planCount: String
  let unfinished: [IncidentRow]
  let lacking: String?
  let facts: [HomeFact]
  /// Incidents of the last twelve months; nil where there are too few to draw.
  let chart: FigureView?
  let recurring: [CauseRow]
  /// The newest repeats against which something had been promised.
  let broken: [BrokenPromiseRow]
  let brokenSummary: String
  let decisions: [DecisionGroup]
  let noDecision: String
  let anniversaries: AnniversaryList?
  let recent: [IncidentRow]
  let isEmpty: Bool

  static let schema = ViewSchema<Self>(
    .view("page", \.page), .list("knownProblems", \.knownProblems), .flag("hasPlan", \.hasPlan),
    .text("planCount", \.planCount), .list("unfinished", \.unfinished), .text("lacking", \.lacking),
    .list("facts", \.facts), .view("chart", \.chart), .list("recurring", \.recurring),
    .list("broken", \.broken), .text("brokenSummary", \.brokenSummary), .list("decisions", \.decisions),
    .text("noDecision", \.noDecision), .list("recent", \.recent),
    .view("anniversaries", \.anniversaries), .flag("isEmpty", \.isEmpty))
}

/// A number with the sentence that makes it mean something.
struct HomeFact: TemplateView {
  let figure: String
  let sentence: String
  let link: LinkView

  static let schema = ViewSchema<Self>(
    .text("figure", \.figure), .text("sentence", \.sentence), .view("link", \.link))
}

/// Overdue promises of one team.
struct DecisionGroup: TemplateView {
  let team: LinkView
  let table: ActionTable

  static let schema = ViewSchema<Self>(.view("team", \.team), .view("table", \.table))
}
