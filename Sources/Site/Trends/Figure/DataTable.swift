internal import Templates

/// The table twin of a chart: every value that the chart shows, and those that it has no room for.
struct DataTable: Sendable {
  struct Cell: Sendable {
    let text: String
    /// Relative to the site's root, with a fragment where rows have one.
    let path: String?

    init(_ text: String, path: String? = nil) {
      self.text = text
      self.path = path
    }
  }

  let columns: [String]
  /// The first cell names the row.
  let rows: [[Cell]]
}

/// A table twin as a template writes it.
struct DataTableView: TemplateView {
  let caption: String
  let columns: [String]
  let rows: [DataRowView]

  init(_ table: DataTable, caption: String, root: String) {
    self.caption = caption
    columns = table.columns
    rows = table.rows.map { cells in
      DataRowView(
        head: LinkView(cells.first?.text ?? "", href: cells.first?.path.map { root + $0 }),
        cells: cells.dropFirst().map { LinkView($0.text, href: $0.path.map { root + $0 }) })
    }
  }

  static let schema = ViewSchema<Self>(
    .text("caption", \.caption), .list("columns", \.columns), .list("rows", \.rows))
}

/// One row of a table twin: its heading and its values.
struct DataRowView: TemplateView {
  let head: LinkView
  let cells: [LinkView]

  static let schema = ViewSchema<Self>(.view("head", \.head), .list("cells", \.cells))
}
