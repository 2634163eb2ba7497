import Diagnostics
import Markdown
import Testing

/// Inputs on which the linked parser needs minutes, or writes a thousandfold, when it is let at them.
@Suite("Inputs that break others")
struct ParserLimitTests {
  struct Bomb: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String

    var testDescription: String { name }
  }

  static let bombs = [
    Bomb(name: "table delimiter candidates", text: String(repeating: "a | b\n-|\n", count: 16_000)),
    Bomb(
      name: "table with thousands of columns",
      text: String(repeating: "|a", count: 16_000) + "|\n" + String(repeating: "|-", count: 16_000) + "|\n"),
    Bomb(
      name: "table of short rows",
      text: String(repeating: "|a", count: 120) + "|\n" + String(repeating: "|-", count: 120) + "|\n"
        + String(repeating: "|a|\n", count: 20_000)),
    Bomb(
      name: "quotes then emphasis", text: String(repeating: ">", count: 50_000) + String(repeating: "a*", count: 50_000)
    ),
    Bomb(
      name: "nested lists", text: String(repeating: "- ", count: 10_000) + "x" + String(repeating: "\n", count: 10_000)),
    Bomb(name: "open character data", text: String(repeating: "a <![CDATA[", count: 40_000)),
    Bomb(name: "open processing instructions", text: String(repeating: "a <?", count: 80_000)),
    Bomb(name: "open declarations", text: String(repeating: "a <!A ", count: 80_000)),
    Bomb(name: "pictures of nothing", text: String(repeating: "![[]()", count: 40_000)),
    Bomb(name: "a line of a megabyte", text: String(repeating: "word ", count: 200_000)),
    Bomb(name: "headings", text: String(repeating: "# a\n", count: 50_000)),
    Bomb(name: "underlined headings", text: String(repeating: "a\n===\n", count: 50_000)),
    Bomb(name: "many lines", text: String(repeating: "word\n", count: 200_000)),
  ]

  @Test(arguments: bombs)
  func cutsTheInputAndSaysWhere(_ bomb: Bomb) {
    let document = DocumentParser.parse(SourceFile(path: "a.md", text: "# Title\n\ntext\n\n" + bomb.text))
    #expect(document.findings.map(\.rule) == ["parser-limit"])
    #expect(document.plainText(of: 0).hasPrefix("Title\ntext"))
    #expect(document.nodes.count < 300_000)
  }

  @Test func bracketsAndAddressesWithoutEndStayBounded() {
    for text in [
      String(repeating: "http://a", count: 1) + String(repeating: ")", count: 60_000),
      "[a]: " + String(repeating: "u", count: 4_000) + "\n\n" + String(repeating: "[a] ", count: 4_000),
      String(repeating: "[", count: 50_000), String(repeating: "a@", count: 20_000),
    ] {
      let document = DocumentParser.parse(SourceFile(path: "a.md", text: text))
      var output: [UInt8] = []
      HTMLRenderer(document, links: StandaloneLinks(), anchors: HeadingAnchors(document))
        .render(0..<document.nodes.count, into: &output)
      #expect(output.count <= 64 * text.utf8.count + 1_000_000)
    }
  }
}
