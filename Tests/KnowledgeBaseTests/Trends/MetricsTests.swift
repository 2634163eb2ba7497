import Foundation
import KnowledgeBase
import PostMortems
import TestSupport
import Testing

struct MetricsTests {
  private struct Document: Decodable {
    struct Entry: Decodable {
      let id: String
      let title: String
      let period: String
      let n: Int
      let method: String
      let p: Double?
      let verdict: String?
      let rows: [String]
    }

    let metrics: [Entry]
  }

  @Test func theJSONHasTheRoundedPAndTheVerdict() throws {
    let document = try JSONDecoder().decode(Document.self, from: Data(try twoQuarters(10, 20).json))
    let change = try #require(document.metrics.first { $0.id == "incidents-change" })
    #expect(change.p == 0.0987)
    #expect(change.verdict == "not distinguishable")
    #expect(change.n == 30)
    #expect(Set(change.rows).count == 30)
  }

  @Test func everyCountHasAsManyRows() throws {
    for metric in try twoQuarters(12, 7).metrics {
      if case .count(let count) = metric.value, metric.id != .recurringCauses {
        #expect(metric.rows.count == count, "\(metric.name) \(metric.period)")
      }
    }
  }

  @Test func everyMetricSaysWhatItIsAndWhatItCannotTell() {
    for id in MetricID.allCases {
      #expect(!id.definition.title.isEmpty && !id.definition.formula.isEmpty && !id.definition.limits.isEmpty)
    }
  }

  @Test func anEmptyKnowledgeBaseHasMetricsWithoutValues() throws {
    let trends = Trends(Corpus(files: []).knowledgeBase(asOf: try day("2026-01-15")))
    #expect(trends.metrics.allSatisfy { $0.rows.isEmpty })
    let document = try JSONDecoder().decode(Document.self, from: Data(trends.json))
    #expect(document.metrics.count == trends.metrics.count)
  }

  @Test func quotesWhatJSONCannotHoldAsItIs() throws {
    var incidents = Incidents()
    incidents.add("a", "2025-12-01", "trigger: 'say \"no\" \\ twice'")
    let trends = Trends(incidents.corpus.knowledgeBase(asOf: try day("2026-01-15")))
    let document = try JSONDecoder().decode(Document.self, from: Data(trends.json))
    #expect(document.metrics.contains { $0.id == "trigger.say \"no\" \\ twice" })
  }
}
