import Diagnostics
import Markdown
import Testing

/// Code in the colours of its language: nothing but classes around runs of the same text.
@Suite struct CodeColourTests {
  private func html(_ markdown: String) -> String {
    let document = DocumentParser.parse(SourceFile(path: "a.md", text: markdown))
    var output: [UInt8] = []
    HTMLRenderer(document, links: StandaloneLinks(), anchors: HeadingAnchors(document))
      .render(0..<document.nodes.count, into: &output)
    return String(decoding: output, as: UTF8.self)
  }

  private func code(_ language: String, _ text: String) throws -> String {
    let html = html("~~~\(language)\n\(text)\n~~~\n")
    let start = try #require(html.firstRange(of: "\">", after: "<code"))
    let end = try #require(html.firstRange(of: "\n</code>"))
    return String(html[start..<end.lowerBound])
  }

  @Test(arguments: [
    ("python", "def f(): # no", "<span class=\"k\">def</span> f(): <span class=\"c\"># no</span>"),
    ("python", "x = \"\"\"a\nb\"\"\"", "x = <span class=\"s\">&quot;&quot;&quot;a\nb&quot;&quot;&quot;</span>"),
    ("sh", "echo $# 'a # b' # c", "echo $# <span class=\"s\">&#39;a # b&#39;</span> <span class=\"c\"># c</span>"),
    ("sh", "echo don't", "echo don&#39;t"),
    (
      "json", "{\"a\": \"b\", \"n\": 12}",
      "{<span class=\"a\">&quot;a&quot;</span>: <span class=\"s\">&quot;b&quot;</span>, "
        + "<span class=\"a\">&quot;n&quot;</span>: <span class=\"n\">12</span>}"
    ),
    ("yaml", "a-b: c:d # e", "<span class=\"a\">a-b</span>: c:d <span class=\"c\"># e</span>"),
    (
      "sql", "select 'it''s' -- x",
      "<span class=\"k\">select</span> <span class=\"s\">&#39;it&#39;</span><span class=\"s\">&#39;s&#39;</span> "
        + "<span class=\"c\">-- x</span>"
    ),
    ("diff", "-a\n+b\n c", "<span class=\"d\">-a</span>\n<span class=\"i\">+b</span>\n c"),
    ("ini", "[a]\nb = 1", "<span class=\"m\">[a]</span>\n<span class=\"a\">b</span> = <span class=\"n\">1</span>"),
    ("log", "12:00:01 ERROR no", "<span class=\"n\">12:00:01</span> <span class=\"d\">ERROR</span> no"),
    ("pytb", "a.KeyError: 'x'", "<span class=\"d\">a.KeyError</span>: &#39;x&#39;"),
    ("console", "$ ls 1\n2", "<span class=\"m\">$</span> ls <span class=\"n\">1</span>\n2"),
    ("cobol", "MOVE 'a' TO b", "MOVE &#39;a&#39; TO b"),
  ])
  func coloursWhatItKnows(language: String, text: String, expected: String) throws {
    #expect(try code(language, text) == expected)
  }

  private static let languages = [
    "python", "sh", "console", "yaml", "json", "sql", "go", "js", "ini", "diff", "log", "traceback",
  ]

  @Test(arguments: languages)
  func keepsEveryByteOfTheText(language: String) throws {
    let text = [
      "\"\"\"", "'''", "/* never closed", "a = 'x", "\\", "\"\\", "`${`", "# é 日本 🚒", "--- a", "+++", "@@ -1 @@",
      "key: \"v\" # c", "[a", "- - x: 1", "Traceback (most recent call last):", "$ ls 'a", "1.2e3 0x1F", "<b>&amp;</b>",
      "\t \t", "-- x */ y", "//", "a:b=c", ":", "=", "'", "don't", "Error:", "x.Error", "12:00 WARN",
    ].joined(separator: "\n")
    for start in 0..<text.utf8.count where start % 3 == 0 {
      let part = String(decoding: Array(text.utf8)[start...], as: UTF8.self)
      let html = try code(language, "x" + part)
      var plain = html.replacing("</span>", with: "")
      for token in "cskanidm" { plain = plain.replacing("<span class=\"\(token)\">", with: "") }
      var escaped: [UInt8] = []
      HTMLEscaping.append("x\(part)".utf8, to: &escaped)
      #expect(plain == String(decoding: escaped, as: UTF8.self))
    }
  }

  @Test func leavesALongBlockAsItStands() throws {
    let long = String(repeating: "if x: return 1\n", count: 5000)
    #expect(try !code("python", long).contains("<span"))
  }

  @Test func showsADiagramAsItsOwnText() {
    let html = html("```mermaid\ngraph LR\n```\n")
    #expect(html.hasPrefix("<figure class=\"diagram\"><figcaption>Diagram, as text for Mermaid</figcaption>\n<pre"))
    #expect(html.contains(">graph LR\n</code></pre>\n</figure>"))
  }

  @Test func showsANoticeWithItsTitle() {
    #expect(
      html("> [!WARNING]\n> Do *not*.\n>\n> Why?\n")
        == "<div class=\"notice notice-warning\" role=\"note\"><p class=\"notice-title\">Warning</p>\n"
        + "<p>Do <em>not</em>.</p>\n<p>Why?</p>\n</div>\n")
    #expect(
      html("> [!note]\n>\n> - one\n")
        == "<div class=\"notice notice-note\" role=\"note\"><p class=\"notice-title\">Note</p>\n"
        + "<ul>\n<li>one\n</li>\n</ul>\n</div>\n")
  }

  @Test(arguments: ["> [!NOTE] on the same line\n", "> [!OTHER]\n> text\n", "> a\n> [!NOTE]\n", ">\n"])
  func leavesAnyOtherQuotationAsItIs(markdown: String) {
    #expect(html(markdown).hasPrefix("<blockquote>"))
  }
}

extension String {
  /// Where the text behind a mark begins, the mark looked for behind another.
  fileprivate func firstRange(of mark: String, after other: String) -> String.Index? {
    guard let start = firstRange(of: other) else { return nil }
    return self[start.upperBound...].firstRange(of: mark)?.upperBound
  }
}
