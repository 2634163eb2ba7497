import Diagnostics
import KnowledgeBase
import OpenData
import TestSupport
import Testing

@Suite("A post-mortem as data")
struct PostMortemJSONTests {
  private func value(_ text: String, _ id: String = "PM-1") throws -> JSONValue {
    let base = Corpus(text).knowledgeBase()
    let position = try #require(base.references.position(of: id))
    return PostMortemJSON.value(position, in: base)
  }

  private func sections(_ body: String) throws -> [[String]] {
    let value = try value("---\nid: PM-1\ntitle: A\n---\n\(body)\n")
    return (value["sections"]?.items ?? []).map { [$0["title"]?.string ?? "", $0["text"]?.string ?? ""] }
  }

  @Test func saysEachWordOfASectionOnce() throws {
    let found = try sections(
      "## Root cause\n\nBefore\n\n### Deeper\n\nInside\n\n### Second\n\nAlso\n\n## Impact\n\nNone")
    #expect(found == [["Root cause", "Before"], ["Deeper", "Inside"], ["Second", "Also"], ["Impact", "None"]])
  }

  @Test func namesRecordsAndNotTheirAliases() throws {
    let value = try value(
      """
      -- a.md --
      ---
      id: PM-1
      title: A
      started: 2026-01-01T10:00Z
      detected: 2026-01-01T10:30Z
      mitigated: 2026-01-02
      root_causes: [Old name, old-name, unknown]
      related: [pm-0, nowhere]
      ---
      ## Action items

      - [ ] One (addresses: Old name)
      -- b.md --
      ---
      id: PM-2
      title: B
      aliases: [PM-0]
      ---
      -- causes/new-name.md --
      ---
      title: New
      aliases: [Old name]
      ---
      """)
    #expect(value["root_causes"] == .strings(["new-name", "unknown"]))
    #expect(value["related"] == .strings(["PM-2", "nowhere"]))
    #expect(value["action_items"]?.items?.first?["addresses"] == .strings(["new-name"]))
    #expect(value["minutes_to_detect"] == .double(30) && value["minutes_to_mitigate"] == .null)
    #expect(value["mitigated"] == .string("2026-01-02"))
  }

  @Test func holdsTheTextWithoutItsFrontMatterInOneFormOfLineBreaks() throws {
    let value = try value("---\r\nid: PM-1\r\ntitle: A\r\n---\r\nOne\r\ntwo\rthree\n")
    #expect(value["body"] == .string("One\ntwo\nthree\n"))
  }

  @Test func isTheSameFromWhateverLineItIsReadOn() throws {
    let text = "---\nid: PM-1\ntitle: A\n---\n## Timeline\n\n- 2026-01-01 10:00 UTC one\n"
    let moved = "---\n\n\nid: PM-1\ntitle: A\n---\n## Timeline\n\n- 2026-01-01 10:00 UTC one\n"
    #expect(try value(text) == value(moved))
  }
}
