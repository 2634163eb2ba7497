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

  @Test func keepsNoValueOfAnExperimentsSecrets() throws {
    for sample in ReaderCase.desks where sample.system == .chaosToolkit {
      let yield = try #require(SampleExport.read(sample.export)).yield
      #expect(!"\(yield)".contains("hunter"))
    }
  }

  @Test func showsAFewOfManyRows() throws {
    let messages = (0..<90).map {
      "{\"type\":\"message\",\"user\":\"U0AAAAAA1\",\"text\":\"m\($0)\",\"ts\":\"17724456\($0 + 10).000100\"}"
    }
    let chat = try #require(SampleExport.read(SampleExport.of("a.json", "[\(messages.joined(separator: ","))]"))).yield
    #expect(chat.looseEvents.count { !$0.isChatter } == 60)
    #expect(chat.looseEvents.count == 90)
    let marked = messages.dropLast() + [messages[89].dropLast() + ",\"reactions\":[{\"name\":\"eyes\",\"count\":1}]}"]
    let busy = try #require(SampleExport.read(SampleExport.of("a.json", "[\(marked.joined(separator: ","))]"))).yield
    #expect(busy.looseEvents.filter { !$0.isChatter }.map(\.text) == ["m89"])
    let lines = (0..<250).map {
      "{\"@timestamp\":\"2026-03-02T10:00:00Z\",\"message\":\"m\($0)\",\"log.level\":\"error\"}"
    }
    let log = try #require(SampleExport.read(SampleExport.of("a.ndjson", lines.joined(separator: "\n")))).yield
    #expect(log.looseEvents.count == 200)
    #expect(log.problems.map(\.message) == ["holds more than 200 different lines; the 50 behind these were left out"])
  }

  @Test(arguments: [
    ("<p>a</p><style>p { x }</style><p>b &amp;lt; c</p>", "a⏎b &lt; c"), ("a <b>bold</b> & <i>x", "a bold & x"),
    ("<object data='>'>no</object>yes", "yes"), ("1 <2 <3", "1 <2 <3"), ("x<!-- no -->y", "xy"),
    ("<at id=\"0\">Noor</at>&nbsp;now", "Noor now"), ("<SCRIPT>no</script>ok", "ok"),
    ("&#x1F525;&#0;&bogus;", "🔥&#0;&bogus;"),
    ("<attachment id=\"1\"></attachment>see", "see"), ("a<br/>b", "a⏎b"),
  ])
  func keepsTheWordsOfHTML(html: String, words: String) {
    #expect(HTMLText.plain(html).split(separator: "\n").joined(separator: "⏎") == words)
  }

  @Test(arguments: [
    ("*bold* _it_ ~no~ `a*b*c`", "bold it no `a*b*c`"), ("2 * 3 * 4 max_retry_count", "2 * 3 * 4 max_retry_count"),
    ("<mailto:a@b.org|a@b.org>", "a@b.org"), ("<https://x.org/?a=1&amp;b=2>", "https://x.org/?a=1&b=2"),
    ("<!subteam^S1|@sre> <!date^1^{date}|monday> <#C0BBBBBB1>", "@sre monday #C0BBBBBB1"), ("a < b", "a < b"),
    ("&lt;module&gt; *open", "<module> *open"),
  ])
  func keepsTheWordsOfSlack(markup: String, words: String) {
    #expect(SlackText.plain(markup) == words)
  }

  @Test func cutsLongTextsAtAWord() {
    let line = LineText.line(String(repeating: "wörter \u{7}\n", count: 100))
    #expect(line.utf8.count <= LineText.limit + 4)
    #expect(line.hasSuffix("wörter …"))
    #expect(MarkdownText.plain("got <nil> from Get<T> *twice*") == "got <nil> from Get<T> *twice*")
  }

  @Test func knowsTheSameRecordsAsListAsLinesAndAlone() throws {
    for sample in ReaderCase.forms {
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
    nil, .null, .int(7), .double(1e300), .string("\u{0}\u{FFFD}"), .array([.null]), .object([:]),
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
