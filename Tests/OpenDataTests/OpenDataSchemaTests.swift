import Diagnostics
import KnowledgeBase
import OpenData
import TestSupport
import Testing

/// That the schema accepts what is written is for a validator to say (`Formats/opendata.py`); these know what no example
/// shows.
@Suite("The schema of the open data")
struct OpenDataSchemaTests {
  @Test func definesEveryNameThatItRefersTo() throws {
    let definitions = try #require(OpenDataSchema.value["$defs"]?.members)
    let names = Set(definitions.map(\.key))
    let references = Self.references(OpenDataSchema.value)
    #expect(references.count > 10 && references.allSatisfy { names.contains($0) })
    #expect(names.subtracting(references).isEmpty)
  }

  @Test func describesEveryListOfTheSite() throws {
    let base = Corpus("---\nid: PM-1\ntitle: A\n---\n").knowledgeBase()
    let described = Set(try #require(OpenDataSchema.value["properties"]?.members).map(\.key))
    for list in DataList.allCases {
      var bytes: [UInt8] = []
      list.append(of: base, to: &bytes) { _ in }
      let document = try JSONParser.parse(bytes)
      let members = try #require(document.members).map(\.key)
      let records = list.count(in: base)
      #expect(bytes.split(separator: UInt8(ascii: "\n")).count == (records == 0 ? 5 : 6 + records), "a line a record")
      #expect(members.prefix(2) == ["version", "as_of"] && members.count == 3 && described.isSuperset(of: members))
    }
  }

  @Test func isKeptByADocumentThatIsWrittenPieceByPiece() throws {
    for text in ["---\nid: PM-1\ntitle: A\n---\n-- causes/a.md --\n# A\n", ""] {
      let base = Corpus(text).knowledgeBase()
      let bytes = KnowledgeBaseJSON.bytes(of: base)
      #expect(String(decoding: bytes, as: UTF8.self) == (try JSONParser.parse(bytes)).text)
    }
  }

  private static func references(_ value: JSONValue) -> Set<String> {
    switch value {
    case .array(let items): return items.reduce(into: []) { $0.formUnion(references($1)) }
    case .object(let members):
      return members.reduce(into: []) { found, member in
        if member.key == "$ref", let path = member.value.string {
          found.insert(String(path.split(separator: "/").last ?? ""))
        } else {
          found.formUnion(references(member.value))
        }
      }
    default: return []
    }
  }
}

extension JSONValue {
  fileprivate var members: [Member]? {
    if case .object(let members) = self { return members }
    return nil
  }
}
