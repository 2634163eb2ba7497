import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Markdown

/// The library is the oracle: what the quick reader reads, it reads alike, places included.
@Suite("Plain YAML beside the library")
struct PlainYAMLTests {
  /// Blocks of every shape that the quick reader takes, and of some that it leaves to the library.
  private static let blocks = [
    "id: PM-2019-04100\ntitle: \"billing-db: the incident\"\ndate: 2019-02-05\nseverity: SEV3\nservices: [billing-db]\n",
    "teams:\n  - logistics\nroot_causes:\n  - retry-storm\n  - insufficient-testing\nstarted_at: 2019-02-05T23:06:00Z\n",
    "tags: [dns, etcd, two words, 'quoted', \"more\"]\nrelated: []\nempty:\nlast: [ ]\n",
    "teams:\n- a\n- 'b c'\n- \"d\"\nnext: it's (fine), 100% [sure] {really} & *so* | far > here\n",
    "a:\nb: null\nc: NULL\nd: 'x'  \ne: /a/b.png   \nf: (maybe)\ng: x:y:z\nh: a - b ? c\n",
    "list:\n    - one\n    - two   \nother: [a/b, c.d, e+f,g ,h]\n",
    "title: x # note\nmap:\n  key: value\nitems:\n  - name: a\n    due: b\n  - name: c\n",
    "a: \"b\\nc\"\nb: 'it''s'\nc: |\n  text\nd: &e f\ng: *e\nh: !t i\n",
    "a: b\n\n# note\nc: d\na: e\n",
    "key: one\n  two\nnull: x\n\"quoted\": y\n? z\n",
  ]

  @Test(arguments: blocks)
  func readsAsTheLibraryDoes(block: String) {
    compare(Array(block.utf8))
  }

  @Test(arguments: blocks.prefix(6))
  func takesWhatMostFrontMatterIs(block: String) {
    let source = SourceFile(path: "a.yml", text: block)
    #expect(PlainYAML.entries(in: source, content: source.wholeSpan) != nil)
  }

  /// Every block with one byte put in, taken out or replaced at every place, by each byte that has a meaning.
  @Test(arguments: blocks)
  func readsEveryChangedBlockAsTheLibraryDoes(block: String) {
    let bytes = Array(block.utf8)
    let telling = Array("a -:\n[],\"'#~{}&*!|>%@`?\t\r.\\/(<=".utf8) + [0xC3]
    for place in bytes.indices {
      compare(Array(bytes[..<place] + bytes[(place + 1)...]))
      for byte in telling {
        var replaced = bytes
        replaced[place] = byte
        compare(replaced)
        compare(Array(bytes[..<place] + [byte] + bytes[place...]))
      }
    }
  }

  @Test(.enabled(if: RealCorpora.mustRun, "no corpora beside the checkout"))
  func readsRealFrontMatterAsTheLibraryDoes() throws {
    let folder = try #require(RealCorpora.folder)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".md") }
    for path in paths {
      let bytes = try Array(Data(contentsOf: URL(filePath: "\(folder)/\(path)")))
      let source = SourceFile(path: path, bytes: bytes)
      guard case .found(let block) = FrontMatterBlock.find(in: source), block.format == .yaml else { continue }
      compare(Array(source.bytes[block.content.start..<block.content.end]))
    }
  }

  private func compare(_ bytes: [UInt8]) {
    let source = SourceFile(path: "a.yml", bytes: bytes)
    guard let entries = PlainYAML.entries(in: source, content: source.wholeSpan) else { return }
    let reading = YAMLReader(source: source, content: source.wholeSpan).readThroughLibrary()
    let isSame = reading.entries == entries && reading.findings.isEmpty && reading.isReadable
    #expect(isSame, "\(String(decoding: bytes, as: UTF8.self))\n\(entries)\n\(reading)")
  }
}
