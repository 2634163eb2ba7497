import Testing

@testable import Server

@Suite("Paths of requests")
struct RequestPathTests {
  @Test(arguments: [
    ("/", "index.html"), ("/incidents/", "incidents/index.html"), ("/a/b.html", "a/b.html"),
    ("/a%20b.png", "a b.png"), ("/caf%C3%A9.png", "café.png"), ("/~debrief/events", "~debrief/events"),
  ])
  func leadToFiles(_ target: String, _ file: String) {
    #expect(RequestPath.file(target) == file)
  }

  @Test(arguments: [
    "", "index.html", "/..", "/../a", "/a/../b", "/%2e%2e/a", "/..%2fa", "/a/%2E%2E/b", "/..\\a", "/..%5Ca",
    "/.git/config",
    "//a", "/a//b", "/a%00b", "/%ff", "/%zz", "/%2", "/%c0%ae%c0%ae/a", "/a\u{7F}",
  ])
  func thatNoLinkHasAreRefused(_ target: String) {
    #expect(RequestPath.file(target) == nil)
  }

  @Test func areDecodedOnce() {
    #expect(RequestPath.file("/%252e%252e/a") == "%2e%2e/a")
  }
}
