internal import KnowledgeBase
internal import Language
internal import PostMortems
internal import Templates

/// The rows behind one figure, by the number that they belong to.
struct RowsPage: TemplateView {
  let page: PageFrame
  let headline: String
  /// Back to the figure.
  let figure: LinkView
  let file: String
  let groups: [RowGroupView]

  /// `parent` is the page that the figure stands on, with its title.
  init(_ figure: Figure, folder: String, on parent: (text: String, path: String), _ site: SiteSource) {
    let frame = site.frames.frame(
      Figure.rowsPath(figure.id, folder: folder), title: say("Rows: \(figure.headline)"), area: .trends,
      parents: [parent])
    page = frame
    headline = figure.headline
    self.figure = LinkView(parent.text, href: "\(frame.root)\(parent.path)#\(figure.id)")
    file = "\(frame.root)\(folder)\(figure.id).csv"
    let columns = figure.rows.columns.map { TrendWords.value($0.split(separator: "_").joined(separator: " ")) }
    groups = figure.rows.groups.map {
      RowGroupView($0.name, $0.rows, columns: columns, site.knowledgeBase, root: frame.root)
    }
  }

  static let schema = ViewSchema<Self>(
    .view("page", \.page), .text("headline", \.headline), .view("figure", \.figure), .text("file", \.file),
    .list("groups", \.groups))
}

/// The rows of one number.
struct RowGroupView: TemplateView {
  let anchor: String
  let name: String
  let count: String
  let columns: [String]
  let rows: [RowView]
  /// That the data file has more, where the page would grow too long.
  let rest: String?

  /// More rows than this are for a program to read.
  static let longest = 200

  init(_ group: String, _ rows: [RowSet.Row], columns: [String], _ base: KnowledgeBase, root: String) {
    anchor = Figure.anchor(group)
    name = VocabularyWords.text(group)
    count = CountWords.text(rows.count, "row")
    self.columns = columns
    self.rows = rows.prefix(Self.longest).map { RowView($0, base, root: root) }
    rest =
      rows.count > Self.longest
      ? say("The first \(Self.longest) of \(CountWords.text(rows.count, "row")); the data file has all.") : nil
  }

  static let schema = ViewSchema<Self>(
    .text("anchor", \.anchor), .text("name", \.name), .text("count", \.count), .list("columns", \.columns),
    .list("rows", \.rows), .text("rest", \.rest))
}

/// One row: when, what, and the values that count.
struct RowView: TemplateView {
  let date: String
  let link: LinkView
  let values: [String]

  init(_ row: RowSet.Row, _ base: KnowledgeBase, root: String) {
    let place = RowPlace(row.reference, base)
    date = place.postMortem.day.map { DateWords.short($0) } ?? say("no date")
    link = LinkView(place.text, href: root + place.path)
    values = row.values.map(TrendWords.value)
  }

  static let schema = ViewSchema<Self>(.text("date", \.date), .view("link", \.link), .list("values", \.values))
}
