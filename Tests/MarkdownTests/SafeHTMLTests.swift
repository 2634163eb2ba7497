import Diagnostics
import Markdown
import Testing

@Suite("Safe HTML")
struct SafeHTMLTests {
  private func html(_ text: String) -> String {
    let document = DocumentParser.parse(SourceFile(path: "a.md", text: text))
    var output: [UInt8] = []
    HTMLRenderer(document, links: StandaloneLinks(), anchors: HeadingAnchors(document))
      .render(0..<document.nodes.count, into: &output)
    return String(decoding: output, as: UTF8.self)
  }

  @Test(arguments: [
    "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](&#106;avascript:alert(1))",
    "[x](javascript&colon;alert(1))", "<javascript:alert(1)>", "[x](vbscript:x)", "[x](data:text/html,x)",
    "[x](file:///etc/passwd)", "[x](//evil.example/x)", "[x](\\\\\\\\evil.example)", "[x](blob:x)",
    "[x](view-source:x)",
    "[x]( \u{01}javascript:alert(1))",
  ])
  func dropsTheLinkAndKeepsTheWords(_ text: String) {
    #expect(!html(text).contains("href"), "\(html(text))")
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "text <svg/onload=alert(1)> text",
    "<iframe src=https://example.org></iframe>", "<a href=javascript:alert(1)>x</a>", "<form action=x><base href=y>",
    "<style>body{display:none}</style>", "<details open ontoggle=alert(1)>", "<kbd onclick=alert(1)>x</kbd>",
  ])
  func dropsTagsAndAttributesOfAuthors(_ text: String) {
    let output = html(text)
    for word in [
      "<script", "<img", "<svg", "<iframe", "href", "<form", "<base", "<style", "onclick", "ontoggle", "alert(1)<",
    ] {
      #expect(!output.contains(word), "\(output)")
    }
  }

  @Test func keepsTheWordsOfRawBlocks() {
    #expect(html("<div>\n<b>Down</b> for\nan hour\n</div>\n") == "<p>Down for an hour</p>\n")
    #expect(html("<!-- internal note -->\n") == "")
  }

  @Test func keepsBalancedKeysAndBreaks() {
    #expect(
      html("Press <kbd>Ctrl</kbd><br>now H<sub>2</sub>O <sup>x")
        == "<p>Press <kbd>Ctrl</kbd><br>now H<sub>2</sub>O x</p>\n")
  }

  @Test func turnsRemotePicturesIntoLinks() {
    let output = html("![graph](https://example.org/a.png)")
    #expect(!output.contains("<img"))
    #expect(output.contains("<a class=\"remote-picture\" href=\"https://example.org/a.png\""))
  }

  @Test func escapesTitlesAltTextsAndLanguages() {
    let output = html("[x](https://e.org '\"><i>')\n\n```\"><i>\n<b>\n```\n")
    #expect(!output.contains("<i>") && !output.contains("<b>"))
  }

  @Test func alignsColumnsByClass() {
    let output = html("| a | b |\n|:-:|--:|\n| 1 | 2 |\n")
    #expect(output.contains("class=\"align-center\"") && !output.contains("style") && !output.contains("align=\""))
  }

  @Test func numbersFootnotesAndGivesEachMentionAnIdOfItsOwn() {
    let output = html("a[^x] b[^y] c[^x]\n\n[^y]: two\n[^x]: one\n")
    #expect(
      output.contains("id=\"fnref-1\"") && output.contains("id=\"fnref-2\"") && output.contains("id=\"fnref-1-2\""))
  }
}
