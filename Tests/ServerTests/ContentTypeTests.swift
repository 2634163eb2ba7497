import Testing

@testable import Server

@Suite("Content types")
struct ContentTypeTests {
  @Test(arguments: [
    ("index.html", "text/html; charset=utf-8"), ("assets/style.css", "text/css; charset=utf-8"),
    ("search/terms-1.js", "text/javascript; charset=utf-8"), ("actions.ics", "text/calendar; charset=utf-8"),
    ("data/actions.csv", "text/csv; charset=utf-8"), ("a/picture.PNG", "image/png"), ("a/drawing.svg", "image/svg+xml"),
    ("teams/core/feed.xml", "application/atom+xml"), ("sitemap.xml", "application/xml"),
    ("feed.json", "application/feed+json"), ("data/schema.json", "application/json"),
  ])
  func followTheName(_ path: String, _ type: String) {
    #expect(ContentType.type(of: path) == type)
  }

  @Test(arguments: ["a", "folder.html/a", "a.exe", ".html", "a."])
  func ofOtherFilesSayNothing(_ path: String) {
    #expect(ContentType.type(of: path) == "application/octet-stream")
  }
}
