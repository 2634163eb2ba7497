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

  @Test func listsEveryFile() throws {
    let folder = try TemporaryFolder()
    _ = try writer(folder).write([file("b.html", "abc"), file("a\"b.html", "abc")])
    #expect(
      folder.read(".debrief-manifest.json")
        == "{\n  \"generator\": \"debrief\",\n  \"version\": 3,\n  \"files\": [\n    \"a\\\"b.html\",\n    \"b.html\"\n  ]\n}\n"
    )
  }

  @Test func knowsTheListsOfEarlierBuilds() throws {
    let folder = try TemporaryFolder()
    try folder.write("old", to: "gone.html")
    try folder.write(#"{"files": [{"path": "gone.html", "sha256": "00"}]}"#, to: ".debrief-manifest.json")
    #expect(try writer(folder).write([file("a.html", "one")]).removed == 1)
    #expect(folder.read("gone.html") == nil)
  }

  @Test func digestsAgreeWithTheStandardsVectors() {
    let vectors = [
      "": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq":
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
      String(repeating: "a", count: 1_000_000): "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0",
    ]
    for (text, digest) in vectors { #expect(SHA256.hexadecimal(Array(text.utf8)) == digest) }
  }

  @Test func publishesNothingWhereOneFileIsRefused() throws {
    let folder = try TemporaryFolder()
    _ = try writer(folder).write([file("a.html", "one")])
    let inspection = OutputInspection { file, bytes in
      bytes == Array("bad".utf8) ? [OutputViolation(path: file.path, reason: "bad")] : []
    }
    let careful = SiteWriter(output: folder.path, jobs: 2, overwriteForeign: false, inspection: inspection)
    #expect(throws: PublicationRefused(violations: [OutputViolation(path: "b.html", reason: "bad")])) {
      try careful.write([file("a.html", "two"), file("b.html", "bad")])
    }
    #expect(folder.files() == [".debrief-manifest.json", "a.html"])
    #expect(folder.read("a.html") == "one")
  }

  @Test func takesOverWhatOthersPutThereWhileItWrote() throws {
    let folder = try TemporaryFolder()
    _ = try writer(folder).write([file("a.html", "one")])
    let late = OutputFile(
      path: "b.html",
      content: .rendered { bytes in
        try? folder.write("late", to: "deep/late.txt")
        bytes += Array("two".utf8)
      })
    _ = try writer(folder).write([file("a.html", "one"), late])
    #expect(folder.read("deep/late.txt") == "late")
    #expect(folder.read("b.html") == "two")
  }

  @Test func takesAwayWhatAKilledBuildLeft() throws {
    let folder = try TemporaryFolder()
    try folder.write("half", to: ".site.debrief-staging/a.html")
    try folder.write("held", to: ".site.debrief-lock")
    _ = try SiteWriter(output: "\(folder.path)/site", jobs: 1, overwriteForeign: false).write([file("a.html", "one")])
    #expect(folder.files() == [".site.debrief-lock", "site/.debrief-manifest.json", "site/a.html"])
    let place = try OutputPlace("\(folder.path)/site")
    let lock = try OutputLock.acquire(place)
    #expect(throws: OutputError.self) { try OutputLock.acquire(place).release() }
    lock.release()
    #expect(folder.files() == ["site/.debrief-manifest.json", "site/a.html"])
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
