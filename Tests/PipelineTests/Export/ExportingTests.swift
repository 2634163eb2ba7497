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
