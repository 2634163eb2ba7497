import Testing

@Suite("Houses that read well")
struct HouseScoreTests {
  /// What was found, what was found wrongly and what was missed.
  private struct Count {
    var hits = 0
    var extra = 0
    var missed = 0

    mutating func add(_ wanted: some Sequence<String>, _ found: some Sequence<String>) {
      var left = Array(found)
      for one in wanted {
        if let index = left.firstIndex(of: one) {
          left.remove(at: index)
          hits += 1
        } else {
          missed += 1
        }
      }
      extra += left.count
    }

    var precision: Double { Double(hits) / Double(max(hits + extra, 1)) }
    var recall: Double { Double(hits) / Double(max(hits + missed, 1)) }
    var f1: Double { 2 * precision * recall / max(precision + recall, 0.001) }
  }

  @Test func thereAreThirtyDocumentsInEightStyles() {
    #expect(HouseDocument.all.count >= 30)
    #expect(Set(HouseDocument.all.map(\.style)).count >= 8)
    #expect(Set(HouseDocument.all.map(\.path)).count == HouseDocument.all.count)
  }

  @Test func sectionsDatesRowsAndItemsAreFound() throws {
    var (sections, rows, items) = (Count(), Count(), Count())
    var dates = 0
    var misses: [String] = []
    for document in HouseDocument.all {
      let (text, wanted) = document.expectation()
      let found = try #require(document.reading(of: text))
      sections.add(wanted.sections, found.sections)
      rows.add(wanted.rows, found.rows)
      items.add(wanted.items, found.items)
      if wanted.date == found.date { dates += 1 }
      misses += difference(document, wanted, found)
    }
    let report = Comment(rawValue: misses.joined(separator: "\n"))
    #expect(sections.precision >= 0.95 && sections.recall >= 0.95, report)
    #expect(Double(dates) / Double(HouseDocument.all.count) >= 0.95, report)
    #expect(rows.f1 >= 0.93, report)
    #expect(items.f1 >= 0.90, report)
  }

  private func difference(_ document: HouseDocument, _ wanted: HouseReading, _ found: HouseReading) -> [String] {
    var lines: [String] = []
    func compare(_ name: String, _ wanted: some Sequence<String>, _ found: some Sequence<String>) {
      let (all, seen) = (Array(wanted), Array(found))
      lines += all.filter { !seen.contains($0) }.sorted().map { "\(document) lacks \(name) \($0)" }
      lines += seen.filter { !all.contains($0) }.sorted().map { "\(document) has \(name) \($0) too many" }
    }
    compare("date", [wanted.date ?? "none"], [found.date ?? "none"])
    compare("section", wanted.sections, found.sections)
    compare("row", wanted.rows, found.rows)
    compare("item", wanted.items, found.items)
    return lines
  }
}
