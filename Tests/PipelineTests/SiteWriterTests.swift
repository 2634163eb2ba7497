import TestSupport
import Testing

@testable import Pipeline

@Suite("Writing a site")
struct SiteWriterTests {
  private func writer(_ folder: TemporaryFolder, overwriteForeign: Bool = false) -> SiteWriter {
    SiteWriter(output: folder.path, jobs: 2, overwriteForeign: overwriteForeign)
  }

  private func file(_ path: String, _ text: String) -> OutputFile {
    OutputFile(path: path, content: .bytes(Array(text.utf8)))
  }

  @Test func writesOnlyWhatChanged() throws {
    let folder = try TemporaryFolder()
    _ = try writer(folder).write([file("a.html", "one"), file("b/index.html", "two")])
    let second = try writer(folder).write([file("a.html", "one"), file("b/index.html", "changed")])
    #expect(second.written == 1)
    #expect(second.unchanged == 1)
    #expect(folder.read("b/index.html") == "changed")
  }

  @Test func removesPagesOfAnEarlierBuildAndTheFoldersThatTheyLeaveEmpty() throws {
    let folder = try TemporaryFolder()
    _ = try writer(folder).write([file("a.html", "one"), file("old/deep/index.html", "two")])
    let report = try writer(folder).write([file("a.html", "one")])
    #expect(report.removed == 1)
    #expect(folder.files() == [".debrief-manifest.json", "a.html"])
  }

  @Test func leavesForeignFilesAlone() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine", to: "notes.txt")
    try folder.write("mine", to: "old/notes.txt")
    _ = try writer(folder).write([file("a.html", "one"), file("old/index.html", "two")])
    _ = try writer(folder).write([file("a.html", "one")])
    #expect(folder.read("notes.txt") == "mine")
    #expect(folder.read("old/notes.txt") == "mine")
  }

  @Test func refusesToOverwriteAForeignFileUnlessTold() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine", to: "index.html")
    #expect(throws: OutputError.foreignFile("\(folder.path)/index.html", others: 0)) {
      try writer(folder).write([file("index.html", "ours"), file("a.html", "one")])
    }
    #expect(folder.files() == ["index.html"])
    _ = try writer(folder, overwriteForeign: true).write([file("index.html", "ours")])
    #expect(folder.read("index.html") == "ours")
  }

  @Test func ignoresAListThatLeadsOutOfTheFolder() throws {
    let folder = try TemporaryFolder()
    try folder.write("precious", to: "outside.txt")
    try folder.write(#"{"files": ["../outside.txt", "/etc/hostname", "gone.html"]}"#, to: "site/.debrief-manifest.json")
    _ = try SiteWriter(output: "\(folder.path)/site", jobs: 1, overwriteForeign: false).write([file("a.html", "one")])
    #expect(folder.read("outside.txt") == "precious")
  }

  @Test(arguments: ["/", "input", "."])
  func refusesFoldersThatHoldSomethingElse(output: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("text", to: "input/a.md")
    let path = output == "/" ? "/" : output == "." ? folder.path : "\(folder.path)/\(output)"
    #expect(throws: OutputError.self) {
      try OutputFolder.verify(path, input: "\(folder.path)/input", home: nil)
    }
  }

  @Test func refusesTheHomeFolderAndAFolderInsideTheInput() throws {
    let folder = try TemporaryFolder()
    try folder.write("text", to: "input/a.md")
    try folder.write("text", to: "home/a.txt")
    #expect(throws: OutputError.self) {
      try OutputFolder.verify("\(folder.path)/home", input: "\(folder.path)/input", home: "\(folder.path)/home")
    }
    #expect(throws: OutputError.self) {
      try OutputFolder.verify("\(folder.path)/input/site", input: "\(folder.path)/input", home: nil)
    }
    try OutputFolder.verify("\(folder.path)/site", input: "\(folder.path)/input", home: "\(folder.path)/home")
  }
}
