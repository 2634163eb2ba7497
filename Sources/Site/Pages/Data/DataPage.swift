internal import KnowledgeBase
internal import Language
internal import OpenData
internal import Templates

/// The data behind the pages, for other programs.
struct DataPageView: TemplateView {
  let page: PageFrame
  let lists: [DataListView]
  let form: LinkView
  /// Schemas of the settings and of front matter.
  let editors: [LinkView]
  let metrics: LinkView
  /// Absent where nothing was ever promised.
  let calendar: LinkView?

  static let schema = ViewSchema<Self>(
    .view("page", \.page), .list("lists", \.lists), .view("form", \.form), .list("editors", \.editors),
    .view("metrics", \.metrics),
    .view("calendar", \.calendar))
}

/// A list in its two forms.
struct DataListView: TemplateView {
  let title: String
  let count: Int
  let meaning: String
  let json: LinkView
  let csv: LinkView

  static let schema = ViewSchema<Self>(
    .text("title", \.title), .number("count", \.count), .text("meaning", \.meaning), .view("json", \.json),
    .view("csv", \.csv))
}

enum DataPage {
  static func view(in site: SiteSource) -> DataPageView {
    let base = site.knowledgeBase
    let frame = site.frames.frame(DataPaths.page, title: say("Open data"))
    func link(_ text: String, _ path: String) -> LinkView { LinkView(text, href: frame.root + path) }
    return DataPageView(
      page: frame,
      lists: DataList.allCases.map { list in
        DataListView(
          title: title(of: list), count: list.count(in: base), meaning: meaning(of: list),
          json: link("\(list.rawValue).json", DataPaths.json(list)),
          csv: link("\(list.rawValue).csv", DataPaths.csv(list)))
      }, form: link("schema.json", DataPaths.schema),
      editors: FormatSchema.allCases.map { link("\($0.rawValue).schema.json", DataPaths.format($0)) },
      metrics: link("metrics", DataPaths.metrics),
      calendar: base.actions.hasPromises ? link("calendar.ics", SitePaths.calendar) : nil)
  }

  private static func title(of list: DataList) -> String {
    switch list {
    case .postMortems: say("Post-mortems")
    case .actionItems: say("Action items")
    case .causes: say("Causes")
    case .timeline: say("Timeline rows")
    case .recurrences: say("Recurrences")
    }
  }

  private static func meaning(of list: DataList) -> String {
    switch list {
    case .postMortems: say("What a post-mortem says in its front matter, and its summary.")
    case .actionItems: say("Something promised, as it stands on the day of the data.")
    case .causes: say("A cause, with its record where somebody wrote one.")
    case .timeline: say("A row of a timeline, in its author's order.")
    case .recurrences: say("A repeat of a cause, and what had been promised against it.")
    }
  }
}
