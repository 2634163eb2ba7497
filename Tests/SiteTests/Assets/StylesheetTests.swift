import Testing

@testable import Site

/// What becomes of a stylesheet on its way to the site.
@Suite struct StylesheetTests {
  private func bundled(_ text: String, _ others: [String: String] = [:]) -> String {
    String(decoding: Stylesheet.bundled(Array(text.utf8)) { others[$0].map { Array($0.utf8) } }, as: UTF8.self)
  }

  @Test(arguments: [
    ("/* a */ p { color : red ; }\n", "p{color :red}"),
    ("a :hover, b > c { margin: 0 auto; }", "a :hover,b > c{margin:0 auto}"),
    (
      "@media (width > 2px) and (height: 1px) { p { width: calc(1px + 2px) } }",
      "@media (width > 2px) and (height:1px){p{width:calc(1px + 2px)}}"
    ),
    ("p::after { content: \"/* ; } \\\" */\"; }", "p::after{content:\"/* ; } \\\" */\"}"),
    ("a/**/b{}", "a b{}"), ("p{content:\"open", "p{content:\"open"), ("/* open", ""),
  ])
  func leavesOutWhatIsIdle(text: String, expected: String) {
    #expect(bundled(text) == expected)
  }

  @Test func putsImportedSheetsInTheirPlaceOnce() {
    let others = ["a.css": "@import \"b.css\";\na{}", "b.css": "@import \"a.css\"; b{}"]
    #expect(bundled("/* all */\n@import \"a.css\";\n@import \"b.css\";\nc{}", others) == "b{}a{}c{}")
    #expect(bundled("@import \"none.css\"; c{}", others) == "@import \"none.css\";c{}")
  }
}
