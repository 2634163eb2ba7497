package import OpenData

/// Where the open data lies below the site's root.
package enum DataPaths {
  package static let page = "data/index.html"
  package static let schema = "data/schema.json"
  /// Where Prometheus looks unless it is told otherwise.
  package static let metrics = "metrics"

  /// Where an editor finds the form of what it edits.
  package static func format(_ format: FormatSchema) -> String { "data/\(format.rawValue).schema.json" }

  static func json(_ list: DataList) -> String { "data/\(list.rawValue).json" }
  static func csv(_ list: DataList) -> String { "data/\(list.rawValue).csv" }
}
