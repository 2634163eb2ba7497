import Diagnostics
import Exchange
import KnowledgeBase
import PostMortems
import TestSupport
import Testing

@Suite("What prose already says")
struct AdoptionTests {
  private func json(_ text: String) throws -> JSONValue {
    let knowledgeBase = Corpus(text).knowledgeBase()
    let postMortem = try #require(knowledgeBase.postMortems.first)
    return Adoption(postMortem.draft, context: AdoptionContext(knowledgeBase), findings: []).json
  }

  @Test func givesSectionsRowsAndItemsWithTheirLines() throws {
    let value = try json(
      """
      # Disk full

      ## What happened

      Writes failed.

      ## Timeline (all times UTC)

      - 2026-03-01 10:00 Writes fail
      - ~10:30 Disk grown

      ## Why did it happen?

      Logs.

      ## Follow-up tasks

      - [ ] Alert on disk usage @storage
      - [x] Rotate logs
      """)
    #expect(value["title"]?.string == "Disk full")
    #expect(value["date"]?.string == "2026-03-01")
    #expect(value["timezone"]?.string == "UTC")
    let sections = value["sections"]
    #expect(sections?["timeline"]?["line"] == .int(7) && sections?["timeline"]?["found"] == .bool(true))
    #expect(sections?["root_cause"]?["heading"]?.string == "Why did it happen?")
    #expect(sections?["impact"]?["found"] == .bool(false) && sections?["impact"]?["line"] == .null)
    let rows = try #require(value["timeline"]?.items)
    #expect(rows.map { $0["at"]?.string } == ["2026-03-01T10:00Z", "2026-03-01T10:30Z"])
    #expect(rows.map { $0["precision"]?.string } == ["minute", "approximate"])
    #expect(rows.map { $0["line"] } == [.int(9), .int(10)])
    let items = try #require(value["action_items"]?.items)
    #expect(items.map { $0["state"]?.string } == ["open", "done"])
    #expect(items.first?["owner"]?.string == "storage" && items.first?["line"] == .int(18))
  }

  @Test func saysHowSureItIs() throws {
    let fields = try json("---\nseverity: SEV2\n---\n# Disk full\n\n**Date:** 2026-03-01\n")["fields"]
    #expect(fields?["severity"]?["confidence"] == .double(1))
    #expect(fields?["started"]?["value"]?.string == "2026-03-01")
    #expect(fields?["started"]?["confidence"] == .double(0.95))
    #expect(fields?["mitigated"] == nil)
  }
}
