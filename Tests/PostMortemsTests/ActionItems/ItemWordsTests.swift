import Diagnostics
import Markdown
import Testing

@testable import PostMortems

@Suite("Words and their places")
struct ItemWordsTests {
  /// The source of a run of an item's words.
  private func source(of words: String, in text: String) throws -> String {
    let document = DocumentParser.parse(SourceFile(path: "a.md", text: text))
    let paragraph = try #require(document.nodes.firstIndex { $0.kind == .paragraph })
    let item = ItemWords(document, paragraph + 1..<document.nodes[paragraph].end)
    let range = try #require(String(decoding: item.bytes, as: UTF8.self).utf8.firstRange(of: words.utf8))
    let start = String(decoding: item.bytes, as: UTF8.self).utf8.distance(
      from: String(decoding: item.bytes, as: UTF8.self).utf8.startIndex, to: range.lowerBound)
    return document.source.text(item.span(start..<start + words.utf8.count))
  }

  @Test(arguments: [
    "a &amp; b Owner", "a &eacute;&ouml; Owner", "a &#x1F600; Owner", "a \\\\ \\* \\_ Owner", "é &lt;b&gt; 日本 Owner",
    "a & b &c; Owner", "`&amp; \\*` Owner", "AT&T; Owner",
  ])
  func stayInStepBehindEntitiesAndEscapes(text: String) throws {
    #expect(try source(of: "Owner", in: text) == "Owner")
  }
}
