internal import KnowledgeBase
internal import Language
internal import PostMortems
internal import Statistics
internal import Templates

/// A figure as a template writes it.
struct FigureView: TemplateView {
  let id: String
  let headline: String
  let subtitle: String
  /// `none recorded`, where there is nothing to show.
  let empty: String?
  /// The incidents themselves while there are fewer than five.
  let items: [LinkView]
  let drawing: [UInt8]?
  let legend: [LegendView]
  let table: DataTableView?
  /// Whether the table stands for the chart that there is none of.
  let isTableOpen: Bool
  let provenance: String
  let method: String
  let definition: String
  /// How many rows the figure is made of.
  let rowCount: String
  let rowsPage: String?
  let file: String?

  init(_ figure: Figure, base: KnowledgeBase, folder: String, root: String) {
    id = figure.id
    headline = Unbroken.text(figure.headline)
    subtitle = figure.subtitle
    empty = figure.presentation == .none ? say("None recorded.") : nil
    items = figure.presentation == .list ? Self.items(figure, base, root) : []
    let isDrawn = figure.presentation == .dots || figure.presentation == .summary
    drawing = isDrawn ? figure.chart?.svg(id: figure.id) ?? figure.grid?.html : nil
    legend = drawing == nil ? [] : figure.legend.map(LegendView.init)
    table =
      figure.table.rows.isEmpty || figure.presentation == .none
      ? nil : DataTableView(figure.table, caption: figure.headline, root: root)
    isTableOpen = drawing == nil && items.isEmpty
    provenance = Self.provenance(figure, base)
    method = figure.method
    definition = root + TrendPaths.definitions + "#" + figure.metric.rawValue
    let count = figure.rows.count
    let hasRows = count > 0
    rowCount = CountWords.text(count, "row")
    rowsPage = hasRows ? root + Figure.rowsPath(figure.id, folder: folder) : nil
    file = hasRows ? root + folder + figure.id + ".csv" : nil
  }

  private static func items(_ figure: Figure, _ base: KnowledgeBase, _ root: String) -> [LinkView] {
    var seen: Set<MetricRow> = []
    return figure.rows.rows.filter { seen.insert($0.reference).inserted }.map { row in
      let place = RowPlace(row.reference, base)
      let day = place.postMortem.day.map { DateWords.short($0) + ": " } ?? ""
      let values = row.values.filter { !$0.isEmpty }.map(TrendWords.value).joined(separator: ", ")
      return LinkView(day + place.text + (values.isEmpty ? "" : " (\(values))"), href: root + place.path)
    }
  }

  static func provenance(_ figure: Figure, _ base: KnowledgeBase) -> String {
    let left = figure.excluded.map { "\(CountWords.number($0.count)) (\(TrendWords.value($0.reason)))" }
    let out = left.isEmpty ? say("nothing left out") : say("left out: \(left.joined(separator: ", "))")
    return say("n = \(CountWords.number(figure.n)); \(out). As of \(DateWords.long(base.asOf)).")
  }

  static let schema = ViewSchema<Self>(
    .text("id", \.id), .text("headline", \.headline), .text("subtitle", \.subtitle), .text("empty", \.empty),
    .list("items", \.items), .html("drawing", \.drawing), .list("legend", \.legend), .view("table", \.table),
    .flag("isTableOpen", \.isTableOpen),
    .text("provenance", \.provenance), .text("method", \.method), .text("definition", \.definition),
    .text("rowCount", \.rowCount), .text("rowsPage", \.rowsPage), .text("file", \.file))
}

/// An entry of a legend: the class of a small swatch, and words.
struct LegendView: TemplateView {
  let mark: String
  let text: String

  init(_ entry: LegendEntry) {
    mark = entry.mark
    text = entry.text
  }

  static let schema = ViewSchema<Self>(.text("mark", \.mark), .text("text", \.text))
}
