import Testing

@testable import Pipeline

@Suite("Pages as the server gives them out")
struct ServedPageTests {
  private func served(_ page: String, _ path: String = "a/index.html") -> String {
    String(decoding: ServedPage.page(Array(page.utf8), at: path, version: "v1"), as: UTF8.self)
  }

  @Test func haveTheScriptInTheirHeadAndMayConnect() {
    let page = served("<head><meta content=\"default-src 'none'; script-src 'self'\"></head><body></body>")
    #expect(
      page == """
        <head><meta content="connect-src 'self'; default-src 'none'; script-src 'self'">\
        <script src="/~debrief/reload.js" data-page="a/index.html" data-version="v1" defer></script>
        </head><body></body>
        """)
  }

  @Test func haveItWithoutAHeadToo() {
    #expect(served("text").hasPrefix("text<script"))
  }

  @Test func cannotBreakOutOfTheScriptsTag() {
    #expect(!served("", "a\"><b>.html").contains("<b>"))
  }
}
