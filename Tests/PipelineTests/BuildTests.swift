import Diagnostics
import KnowledgeBase
import PostMortems
import Site
import TestSupport
import Testing

@testable import Pipeline

@Suite("Building a site")
struct BuildTests {
  private func build(_ folder: TemporaryFolder, jobs: Int = 2, _ change: (inout BuildOptions) -> Void = { _ in })
    throws -> BuildReport
  {
    let input = InputOptions(input: "\(folder.path)/postmortems", asOf: Corpus.today, jobs: jobs)
    var options = BuildOptions(input: input, output: "\(folder.path)/site")
    change(&options)
    return try Build(options).run()
  }

  private func knowledgeBase() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("title: Disks\n", to: "debrief.yml")
    try folder.write(
      "---\nid: PM-1\ntitle: Disk full\nseverity: SEV2\nstarted: 2026-01-02T10:00Z\n---\n## Timeline\n\n- 10:00 UTC down\n\n![graph](graph.png) [notes](notes.txt)\n",
      to: "postmortems/2026/disk.md")
    try folder.write("PNG", to: "postmortems/2026/graph.png")
    try folder.write("notes", to: "postmortems/2026/notes.txt")
    try folder.write("unused", to: "postmortems/2026/unused.txt")
    try folder.write("", to: "postmortems/empty.md")
    return folder
  }

  @Test func makesAPageOfEveryDocumentTheEmptyOneIncluded() throws {
    let folder = try knowledgeBase()
    let report = try build(folder)
    #expect(folder.read("site/incidents/pm-1/index.html")?.contains("Disk full") == true)
    #expect(folder.read("site/incidents/empty/index.html")?.contains("empty") == true)
    #expect(report.reading?.diagnostics.contains { $0.rule == "empty-document" && $0.file == "empty.md" } == true)
    #expect(report.reading?.diagnostics.contains { $0.rule == "missing-section" && $0.file == "2026/disk.md" } == true)
  }

  @Test func copiesWhatDocumentsLinkAndNamesTheRest() throws {
    let folder = try knowledgeBase()
    let report = try build(folder)
    #expect(folder.read("site/files/2026/graph.png") == "PNG")
    #expect(folder.read("site/files/2026/notes.txt") == "notes")
    #expect(
      report.skipped.map { "\($0.file): \($0.reason)" } == [
        "2026/unused.txt: not a document, and no page links it"
      ])
  }

  @Test func writesNothingASecondTime() throws {
    let folder = try knowledgeBase()
    _ = try build(folder)
    let second = try build(folder)
    #expect(second.write?.written == 0)
    #expect(second.write?.removed == 0)
  }

  @Test func givesTheSameBytesOnOneWorkerAndOnTwo() throws {
    let folder = try knowledgeBase()
    _ = try build(folder, jobs: 1)
    let second = try build(folder, jobs: 2)
    #expect(second.write?.written == 0)
  }

  @Test func writesNothingWhereItIsStrict() throws {
    let folder = try knowledgeBase()
    let report = try build(folder) { $0.isStrict = true }
    #expect(report.write == nil)
    #expect(folder.read("site/index.html") == nil)
  }

  @Test func takesTheUsersTemplatesAndSaysWhatTheyGetWrong() throws {
    let folder = try knowledgeBase()
    try folder.write(
      "{{<layout}}{{$main}}<h1>My {{page.title}}</h1>\n<p>{{titel}}</p>{{/main}}{{/layout}}",
      to: "templates/pages/not-found.mustache")
    let broken = try build(folder)
    #expect(broken.write == nil)
    let error = try #require(broken.templates.first { $0.level == .error })
    #expect(error.rule == "unknown-template-name" && error.start.line == 2)
    #expect(error.file == "\(folder.path)/templates/pages/not-found.mustache")

    try folder.write(
      "{{<layout}}{{$main}}<h1>My page</h1>{{/main}}{{/layout}}", to: "templates/pages/not-found.mustache")
    _ = try build(folder)
    #expect(folder.read("site/404.html")?.contains("<h1>My page</h1>") == true)
  }

  @Test func refusesSettingsThatItCannotUse() throws {
    let folder = try knowledgeBase()
    try folder.write("titel: Disks\n", to: "debrief.yml")
    let report = try build(folder)
    #expect(report.write == nil)
    #expect(report.reading?.settings.diagnostics.map(\.message) == ["key 'titel' is not known; did you mean 'title'?"])
  }
}
