import Database
import KnowledgeBase
import OpenData
import TestSupport
import Testing

/// What the file holds is read with SQLite's own program and with Datasette (`Formats/opendata.py`).
@Suite("The database file")
struct DatabaseFileTests {
  private func tables(_ title: String) -> RecordTables {
    RecordTables(Corpus("---\nid: PM-1\ntitle: \"\(title)\"\n---\n## Impact\n\n\(title)\n").knowledgeBase())
  }

  @Test func hasTheSameBytesEachTime() throws {
    let first = try DatabaseFile.bytes(of: tables("Größe 'quoted'"))
    let second = try DatabaseFile.bytes(of: tables("Größe 'quoted'"))
    let other = try DatabaseFile.bytes(of: tables("another"))
    #expect(first == second && first != other)
    #expect(first.starts(with: Array("SQLite format 3\0".utf8)) && first.count.isMultiple(of: 4096))
  }

  @Test func isMadeOfNothingToo() throws {
    #expect(try !DatabaseFile.bytes(of: RecordTables(Corpus(files: []).knowledgeBase())).isEmpty)
  }

  @Test func keepsWhatLooksLikeStatements() throws {
    let bytes = try DatabaseFile.bytes(of: tables("x'); DROP TABLE causes; --"))
    #expect(String(decoding: bytes, as: UTF8.self).contains("x'); DROP TABLE causes; --"))
  }
}
