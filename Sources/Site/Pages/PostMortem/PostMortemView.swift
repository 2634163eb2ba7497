import Templates

/// The page of one post-mortem.
struct PostMortemView: TemplateView {
  let page: PageFrame
  let titleID: String?
  let title: String
  let glance: GlanceView
  let help: HelpView?
  let similar: [SimilarView]
  let segments: [BodySegment]
  let footnotes: [UInt8]
  /// Whether the document has no words at all.
  let isEmpty: Bool
  /// The page on which the incident is played through; nil where its timeline is no good for it.
  let exercise: String?
  let neighbours: [NeighbourView]
  let contents: [ContentsEntry]
  let lacks: [FindingView]
  let source: SourceView

  static let schema = ViewSchema<Self>(
    .view("page", \.page), .text("titleID", \.titleID), .text("title", \.title), .view("glance", \.glance),
    .view("help", \.help), .list("similar", \.similar), .list("segments", \.segments),
    .html("footnotes", \.footnotes), .flag("isEmpty", \.isEmpty), .text("exercise", \.exercise),
    .list("neighbours", \.neighbours),
    .list("contents", \.contents), .list("lacks", \.lacks), .view("source", \.source))
}

/// Another post-mortem that the reader should know, with the reasons.
struct SimilarView: TemplateView {
  let incident: IncidentRow
  let reasons: [String]
  /// What stopped the harm there, in one line.
  let mitigation: String?

  static let schema = ViewSchema<Self>(
    .view("incident", \.incident), .list("reasons", \.reasons), .text("mitigation", \.mitigation))
}

/// The incidents with the same cause that came before and after.
struct NeighbourView: TemplateView {
  let cause: LinkView
  let position: String
  let earlier: IncidentRow?
  let later: IncidentRow?
  let earlierGap: String?
  let laterGap: String?
  /// What the promises against the cause were worth here; nil where none was tested.
  let verdict: String?

  static let schema = ViewSchema<Self>(
    .view("cause", \.cause), .text("position", \.position), .view("earlier", \.earlier), .view("later", \.later),
    .text("earlierGap", \.earlierGap), .text("laterGap", \.laterGap), .text("verdict", \.verdict))
}

/// Where the document lies.
struct SourceView: TemplateView {
  let file: String
  let editHref: String?
  let id: String?

  static let schema = ViewSchema<Self>(
    .text("file", \.file), .text("editHref", \.editHref), .text("id", \.id))
}
