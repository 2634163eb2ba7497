internal import KnowledgeBase

/// Where the trend pages and their data files lie below the site's root.
enum TrendPaths {
  static let folder = "trends/"
  static let definitions = "trends/definitions.html"
  static let metrics = "trends/metrics.json"

  static func question(_ question: Question) -> String { "\(folder)\(question.rawValue).html" }
  static func review(_ period: Period) -> String { "\(folder)\(period.slug).html" }
}
