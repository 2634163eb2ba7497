import KnowledgeBase
import OpenData
import TestSupport
import Testing

@Suite("The tables")
struct RecordTableTests {
  /// Names used twice, in other letters, nowhere defined, and by drills.
  private let tables = RecordTables(
    Corpus(
      """
      -- a.md --
      ---
      id: PM-1
      title: A
      started: 2026-01-01
      services: [edge, Edge, edge]
      root_causes: [disk-full, Disk full, unknown]
      contributing_factors: [disk-full, no-alert, {text: free words}]
      ---
      ## Action items

      - [ ] One (addresses: disk-full, addresses: never-heard-of)
      - [ ] One (addresses: disk-full)
      -- b.md --
      ---
      id: PM-2
      title: B
      started: 2026-02-01
      root_causes: [disk-full]
      ---
      -- c.md --
      ---
      id: PM-1
      title: The same id
      kind: drill
      root_causes: [disk-full]
      ---
      -- causes/disk-full.md --
      # Disk full

      ## Workaround

      Delete logs.
      -- causes/more/disk-full.md --
      # Another record of that name
      -- plan/roles.md --
      # Roles
      -- plan/more/roles.md --
      # Roles again
      """
    ).knowledgeBase())

  private func table(_ name: String) throws -> RecordTable { try #require(tables.all.first { $0.name == name }) }

  private func cells(_ table: RecordTable, _ row: [RecordTable.Cell], _ names: [String]) -> [RecordTable.Cell] {
    names.map { name in table.columns.firstIndex { $0.name == name }.map { row[$0] } ?? .none }
  }

  @Test func haveKeysThatNoTwoRowsShare() {
    for table in tables.all {
      let keys = table.rows.map { cells(table, $0, table.key) }
      #expect(Set(keys).count == keys.count, "\(table.name)")
      #expect(keys.allSatisfy { !$0.contains(.none) }, "\(table.name)")
    }
  }

  @Test func nameOnlyRowsThatAreThere() throws {
    for table in tables.all {
      for link in table.links {
        let other = try self.table(link.table)
        let known = Set(other.rows.map { cells(other, $0, link.keys) })
        for row in table.rows {
          let named = cells(table, row, link.columns)
          #expect(named.contains(.none) || known.contains(named), "\(table.name): \(named)")
        }
      }
    }
  }

  @Test func fillEveryColumnThatMustHaveAValueWithItsType() {
    for table in tables.all {
      for row in table.rows {
        #expect(row.count == table.columns.count)
        for (column, cell) in zip(table.columns, row) {
          switch (column.kind, cell) {
          case (_, .none): #expect(column.isOptional, "\(table.name).\(column.name)")
          case (.text, .text), (.whole, .whole), (.real, .real), (.flag, .flag): break
          default: Issue.record("\(table.name).\(column.name) holds \(cell)")
          }
        }
      }
    }
  }

  @Test func tellACauseFromAFactor() throws {
    let uses = try table("post_mortem_causes").rows
    #expect(uses.contains([.text("PM-1"), .text("disk-full"), .text("root-cause")]))
    #expect(uses.contains([.text("PM-1"), .text("no-alert"), .text("contributing-factor")]))
    #expect(uses.contains([.text("c"), .text("disk-full"), .text("rehearsed")]))
  }

  @Test func areWrittenWithEmptyCellsWhereNobodySaid() throws {
    let table = try table("post_mortems").without(["summary", "file"])
    let lines = String(decoding: table.csv, as: UTF8.self).split(separator: "\r\n")
    #expect(lines.first?.hasPrefix("id,slug,title,status,kind") == true)
    #expect(lines.contains { $0.hasPrefix("PM-2,pm-2,B,published,incident,own,,,,,,,2026-02-01,front matter,") })
  }
}
