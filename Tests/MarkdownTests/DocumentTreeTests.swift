import Diagnostics
import Markdown
import Testing

@Suite("A document's tree")
struct DocumentTreeTests {
  @Test func placesEveryNodeByLineAndColumn() {
    let document = DocumentParser.parse(
      SourceFile(path: "a.md", text: "---\ntitle: x\n---\n# Größe **now**\n\n- [x] done `code`\n- ~~gone~~\n"))
    #expect(
      document.dump() == """
        document @4:1-7:11
          heading level 1 @4:1-4:16
            text "Größe " @4:3-4:9
            strong @4:9-4:16
              text "now" @4:11-4:14
          list bullets tight @6:1-7:11
            item done @6:1-6:18
              paragraph @6:7-6:18
                text "done " @6:7-6:12
                code "code" @6:13-6:17
            item @7:1-7:11
              paragraph @7:3-7:11
                strikethrough @7:3-7:11
                  text "gone" @7:5-7:9

        """)
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func countsLinesTheSameForEveryLineBreak(newline: String) {
    let text = ["\u{FEFF}---", "title: x", "---", "", "# One", "text"].joined(separator: newline)
    let document = DocumentParser.parse(SourceFile(path: "a.md", text: text))
    let heading = document.nodes.first { $0.kind == .heading(level: 1) }
    #expect(document.frontMatter?.entry("title")?.value.value.text == "x")
    #expect(heading.map { document.source.position(at: $0.span.start) } == SourcePosition(line: 5, column: 1))
  }

  @Test func readsAllExtensionsTogether() {
    let document = DocumentParser.parse(
      SourceFile(path: "a.md", text: "| a | b |\n|---|--:|\n| ~~x~~ | https://example.org [^1] |\n\n[^1]: note\n"))
    var html: [UInt8] = []
    let renderer = HTMLRenderer(document, links: StandaloneLinks(), anchors: HeadingAnchors(document))
    renderer.render(0..<document.nodes.count, into: &html)
    renderer.renderFootnotes(into: &html)
    let text = String(decoding: html, as: UTF8.self)
    #expect(text.contains("<td><del>x</del></td>"))
    #expect(text.contains("<td class=\"align-right\"><a href=\"https://example.org\""))
    #expect(text.contains("id=\"fn-1\""))
  }
}
