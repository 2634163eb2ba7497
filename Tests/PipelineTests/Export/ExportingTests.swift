import Exchange
import KnowledgeBase
import Pipeline
import PostMortems
import Site
import TestSupport
import Testing

@Suite("Taking a knowledge base out")
struct ExportingTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("---\nid: PM-1\ntitle: A\nstarted: 2026-01-01\n---\n[graph](g.csv)\n", to: "in/2026/a.md")
    try folder.write("x\n", to: "in/2026/g.csv")
    try folder.write("# Nothing\n", to: "in/README.md")
    try folder.write("---\nid: PM-2\ntitle: B\n---\n", to: "in/b.md")
  }

  private func export(_ name: String, to path: String? = nil, from input: String = "in") throws -> [UInt8]? {
    let form = try #require(ExportForm.named(name))
    let options = InputOptions(input: "\(folder.path)/\(input)", asOf: Corpus.today, jobs: 1)
    return try Exporting.run(
      form, of: try Reading.read(options, isChecked: false), options,
      ExportOptions(addresses: SiteAddresses.addresses(baseURL: nil)), to: path.map { "\(folder.path)/\($0)" })
  }

  @Test func givesTheSameDataFromTheDocumentsThatItWrote() throws {
    _ = try export("markdown", to: "out")
    #expect(try export("json") == export("json", from: "out"))
    let files = folder.files().filter { $0.hasPrefix("out/") }
    #expect(
      files == [
        "out/.debrief-markdown.json", "out/2026/a.md", "out/2026/g.csv", "out/b.md", "out/debrief.yml",
      ])
  }

  @Test func takesTheStatesOfNamedTicketsAlong() throws {
    let items = "- [ ] One (ticket: #1)\n- [ ] Two (ticket: a/b#1)\n- [ ] Three (ticket: X-7)\n"
    try folder.write("---\nid: PM-3\ntitle: C\n---\n## Action items\n\n\(items)", to: "in/c.md")
    try folder.write(
      """
      {"as_of": "2026-05-01", "tickets": [
        {"ticket": "#1", "url": "https://git.example.org/a/b/issues/1", "state": "done", "closed": "2026-04-01"},
        {"ticket": "#1", "url": "https://git.example.org/c/d/issues/1", "state": "declined"},
        {"ticket": "X-7", "state": "done"}, {"ticket": "X-8", "title": "nobody's", "state": "open"}]}
      """, to: "in/actions-state.json")
    _ = try export("markdown", to: "out")
    let data = try #require(try export("json"))
    #expect(String(decoding: data, as: UTF8.self).contains("\"done\": \"2026-04-01\""))
    #expect(try export("json", from: "out") == data)
    let states = try #require(folder.read("out/actions-state.json"))
    #expect(states.contains("X-7") && states.contains("/c/d/") && !states.contains("nobody's"))
  }

  @Test func writesNothingWhereAForeignFileStandsInTheWay() throws {
    try folder.write("mine", to: "out/b.md")
    #expect(throws: OutputError.foreignFile("\(folder.path)/out/b.md", others: 0)) {
      try export("markdown", to: "out")
    }
    #expect(folder.files().filter { $0.hasPrefix("out/") } == ["out/b.md"] && folder.read("out/b.md") == "mine")
  }

  @Test func refusesToWriteIntoItsInput() {
    #expect(throws: OutputError.self) { try export("markdown", to: "in/copy") }
    #expect(throws: OutputError.self) { try export("csv", to: "in") }
  }

  @Test func leavesASiteInTheSameFolderAlone() throws {
    try folder.write("{\"files\":[\"index.html\"]}", to: "out/.debrief-manifest.json")
    try folder.write("<!doctype html>", to: "out/index.html")
    _ = try export("csv", to: "out")
    #expect(folder.read("out/index.html") == "<!doctype html>" && folder.read("out/causes.csv") != nil)
  }

  @Test func putsTheTemplateBesideTheLines() throws {
    _ = try export("opensearch", to: "out/posts.ndjson")
    #expect(folder.read("out/posts.template.json")?.contains("\"index_patterns\"") == true)
  }
}
