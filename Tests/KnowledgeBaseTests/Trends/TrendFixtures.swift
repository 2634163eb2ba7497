import KnowledgeBase
import PostMortems
import TestSupport
import Testing

/// The day that an ISO text names.
func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

/// `before` incidents in 2025 Q3 and `after` in 2025 Q4, seen from January 2026.
func twoQuarters(_ before: Int, _ after: Int) throws -> Trends {
  var incidents = Incidents()
  incidents.add(before, from: try day("2025-07-03"), prefix: "early")
  incidents.add(after, from: try day("2025-11-03"), prefix: "late")
  return Trends(incidents.corpus.knowledgeBase(asOf: try day("2026-01-15")))
}

extension Trends {
  func ids(_ rows: [MetricRow]) -> [String] { rows.map(reference) }

  func metric(_ name: String, period: String? = nil) throws -> Metric {
    try #require(metrics.first { $0.name == name && (period == nil || $0.period == period) })
  }
}
