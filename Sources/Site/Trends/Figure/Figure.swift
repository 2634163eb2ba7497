internal import KnowledgeBase
internal import PostMortems
internal import Statistics

/// A finding in words with its chart, its table and its rows; where it stands on the site is not its business.
struct Figure: Sendable {
  /// Its name in paths and fragments.
  let id: String
  let metric: MetricID
  /// What the figure found, computed from its numbers.
  let headline: String
  /// What is shown, where and when.
  let subtitle: String
  /// By which the presentation is chosen.
  let n: Int
  let excluded: [Exclusion]
  var chart: (any Chart)?
  var legend: [LegendEntry] = []
  /// Prepared HTML in place of a chart.
  var grid: HourGrid?
  let table: DataTable
  let rows: RowSet
  let method: String

  var presentation: Presentation { Presentation(count: n) }

  /// The path, from the site's root, of the page that lists a figure's rows, and of the group on it.
  static func rowsPath(_ id: String, folder: String, group: String? = nil) -> String {
    "\(folder)\(id)-rows.html" + (group.map { "#\(Self.anchor($0))" } ?? "")
  }

  /// A group's name as a fragment.
  static func anchor(_ group: String) -> String { "rows-" + Slug.make(group) }
}

/// A mark of a chart with its meaning.
struct LegendEntry: Sendable {
  let mark: String
  let text: String

  init(_ mark: String, _ text: String) {
    self.mark = mark
    self.text = text
  }
}
