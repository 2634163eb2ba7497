import Diagnostics
import Testing

@testable import Exchange

@Suite("Readers of other systems' exports")
struct ReaderTests {
  @Test(arguments: ReaderCase.all)
  func readsWhatThePayloadSays(sample: ReaderCase) throws {
    let result = try #require(SampleExport.read(sample.export))
    #expect(result.system == sample.system)
    #expect(result.yield.lines.joined(separator: "\n") == sample.expected)
  }

  @Test(arguments: ReaderCase.all)
  func knowsNoPayloadOfAnotherSystem(sample: ReaderCase) {
    let systems = ExportReaders.all.filter { $0.recognises(sample.export) }.map { $0.system }
    #expect(systems == [sample.system])
  }

  @Test func knowsTheSameRecordsAsListAsLinesAndAlone() throws {
    for sample in ReaderCase.all {
      guard case .json(let documents) = sample.export.contents, documents.count == 1 else { continue }
      let expected = try #require(SampleExport.read(sample.export)).yield.lines
      for contents in [Export.Contents.json([.array(documents)]), .json(documents + documents)] {
        let system = SampleExport.read(Export(path: sample.file, contents: contents))?.system
        #expect(system == sample.system, "\(sample.name)")
      }
      let listed = SampleExport.read(Export(path: sample.file, contents: .json([.array(documents)])))
      #expect(listed?.yield.lines == expected, "\(sample.name)")
    }
  }

  /// Every value of every payload becomes null, a number, a text, a list, an object, or goes: none may end the reading or
  /// make another system's of it.
  @Test(arguments: ReaderCase.all)
  func readsOnWithAnyValueSpoilt(sample: ReaderCase) {
    guard case .json(let documents) = sample.export.contents else { return }
    for spoilt in documents.indices.flatMap({ index in Spoiling.variants(of: documents[index]).map { (index, $0) } }) {
      var changed = documents
      changed[spoilt.0] = spoilt.1
      let export = Export(path: sample.file, contents: .json(changed))
      let readers = ExportReaders.all.filter { $0.recognises(export) }
      #expect(readers.count <= 1, "\(readers.map { $0.system }) of \(spoilt.1.compact)")
      for reader in readers {
        #expect(reader.system == sample.system, "\(reader.system) of \(spoilt.1.compact)")
        var yield = ImportYield()
        reader.read(export, into: &yield)
      }
    }
  }
}

/// Payloads with one value spoilt.
enum Spoiling {
  private static let replacements: [JSONValue?] = [
    nil, .null, .int(7), .double(-1e300), .string(""), .string("\u{0}\u{FFFD}"), .array([]), .array([.null]),
    .object([:]),
    .bool(true),
  ]

  static func variants(of value: JSONValue) -> [JSONValue] {
    switch value {
    case .array(let items):
      return items.indices.flatMap { index in
        (replacements + variants(of: items[index]).map { $0 }).map { replacement in
          var changed = items
          if let replacement { changed[index] = replacement } else { changed.remove(at: index) }
          return .array(changed)
        }
      }
    case .object(let members):
      return members.indices.flatMap { index in
        (replacements + variants(of: members[index].value).map { $0 }).map { replacement in
          var changed = members
          if let replacement {
            changed[index] = JSONValue.Member(members[index].key, replacement)
          } else {
            changed.remove(at: index)
          }
          return .object(changed)
        }
      }
    default: return []
    }
  }
}
