internal import KnowledgeBase
internal import PostMortems

/// Where the trend pages and their data files lie below the site's root.
enum TrendPaths {
  static let folder = "trends/"
  static let definitions = "trends/definitions.html"
  static let metrics = "trends/metrics.json"

  /// A name as a part of a path.
  static func slug(_ name: String) -> String { Slug.make(name) }

  static func question(_ question: Question) -> String { "\(folder)\(question.rawValue).html" }

  /// - Parameter folder: that of a scope, or of all trends.
  static func review(_ period: Period, in folder: String = folder) -> String { "\(folder)\(period.slug).html" }
}
