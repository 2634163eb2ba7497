import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Markdown

/// A document's own text for readers who have no page.
@Suite struct MarkdownTextTests {
  /// Moves relative addresses, and drops those that are refused.
  private struct Moved: LinkResolver {
    func resolve(_ destination: String, isImage: Bool) -> ResolvedLink {
      switch LinkPolicy.judge(destination) {
      case .relative: .link(href: "../" + destination)
      case .refused: .textOnly
      case .external, .fragment: .link(href: destination)
      }
    }

    func reference(_ word: String) -> String? { nil }
  }

  private func text(_ source: String, skipping: Int? = nil) -> String {
    let document = DocumentParser.parse(SourceFile(path: "a.md", text: source))
    return String(decoding: MarkdownText.bytes(of: document, links: Moved(), skipping: skipping), as: UTF8.self)
  }

  @Test(arguments: [
    ("A [b](c.md) and ![d](<e.png> \"t\").", "A [b](../c.md) and ![d](<../e.png> \"t\")."),
    ("[a](x.md) `[a](x.md)` [a](x.md)", "[a](../x.md) `[a](x.md)` [a](../x.md)"),
    ("[`](` and ![i](j.png)](k.md)", "[`](` and ![i](../j.png)](../k.md)"),
    ("[a](javascript:b) [c](https://d.e) <https://f.g>", "[a]() [c](https://d.e) <https://f.g>"),
    ("a <!-- b --> c<b>d</b> <kbd>e</kbd>", "a  cd <kbd>e</kbd>"),
    ("a\n\n<!-- b\n\nc -->\n\nd", "a\n\n\n\nd"),
    ("<div>a <b>*c*</b></div>\n\nd", "a \\*c\\*\n\nd"),
    ("> a <!-- b\n> c --> d", "> a  d"),
    ("| a | b |\n|---|---|\n| [c](d) | <!-- e --> f |", "| a | b |\n|---|---|\n| [c](../d) |  f |"),
    ("```\n<!-- a -->\n[b](c)\n```", "```\n<!-- a -->\n[b](c)\n```"),
    ("a\n\n[//]: # (hidden)\n[b]: c\n\n[b]\n\n    [//]: # (code)", "a\n\n\n[b]: c\n\n[b]\n\n    [//]: # (code)"),
    ("a\r\nb\rc\u{7}\u{1B}[31m", "a\nb\nc[31m"),
    ("---\nx: y\n---\n\n\nbody\n\n", "body"),
  ])
  func changesOnlyWhatHasTo(source: String, expected: String) {
    #expect(text(source) == expected)
  }

  @Test func leavesOutTheHeadingThatIsTheTitle() {
    #expect(text("# A\n\nb", skipping: 1) == "b")
    #expect(text("A\n=\n\nb", skipping: 1) == "b")
  }

  @Test func endsWhereTheParserEnded() {
    let long = String(repeating: "x", count: 70 * 1024)
    #expect(text("a\n\n\(long) <!-- b -->\n") == "a")
  }

  @Test func findsTenThousandLinksInOneParagraphWithoutDelay() {
    let source = String(repeating: "[a][b] [c](d)\n", count: 10_000) + "\n\n[b]: e\n"
    #expect(text(source).ranges(of: "(../d)").count == 10_000)
  }

  /// Other people's documents say the same words in their twin, in the same order.
  @Test(.enabled(if: RealCorpora.mustRun), arguments: RealCorpora.names)
  func keepsTheWordsOfRealDocuments(corpus: String) throws {
    let folder = try #require(RealCorpora.folder) + "/" + corpus
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".md") }.sorted()
    for path in paths {
      let bytes = Array(try #require(FileManager.default.contents(atPath: "\(folder)/\(path)")))
      let document = DocumentParser.parse(SourceFile(path: path, bytes: bytes))
      let text = MarkdownText.bytes(of: document, links: Moved())
      let again = DocumentParser.parse(SourceFile(path: path, bytes: text))
      #expect(
        String(decoding: words(again), as: UTF8.self) == String(decoding: words(document), as: UTF8.self), "\(path)")
      #expect(!again.nodes.contains { node in if case .htmlBlock = node.kind { true } else { false } }, "\(path)")
    }
  }

  /// Without spaces; the words of raw HTML, which no plain text has, are added where they stand.
  private func words(_ document: Document) -> [UInt8] {
    var bytes: [UInt8] = []
    for (index, node) in document.nodes.enumerated() {
      switch node.kind {
      case .htmlBlock(let run): bytes += RawHTML.words(document.bytes(run))
      case .text, .code, .codeBlock: bytes += document.plainText(of: index).utf8
      default: break
      }
    }
    return bytes.filter { $0 > 0x20 }
  }
}
