import Foundation
import Site
import TestSupport
import Testing

@testable import Pipeline

@Suite("What an input folder holds")
struct InputScannerTests {
  private func listing(_ names: [String], text: String = "# Title\n") throws -> InputListing {
    let folder = try TemporaryFolder()
    for name in names { try folder.write(text, to: name) }
    return try InputScanner.scan(folder.path)
  }

  @Test func readsEveryKnownExtension() throws {
    let names = ["a.md", "b.markdown", "c.qmd", "d.html.md.erb", "e.MD"]
    #expect(try listing(names).postMortems == names)
  }

  @Test func readsAFileWithoutExtensionThatBeginsWithAHeading() throws {
    #expect(try listing(["outage"]).postMortems == ["outage"])
    #expect(try listing(["Makefile"], text: "all:\n").postMortems == [])
  }

  @Test func readsAnEmptyFile() throws {
    #expect(try listing(["2023-02-16-outage.md"], text: "").postMortems == ["2023-02-16-outage.md"])
  }

  @Test func namesEachSkippedFileWithItsReason() throws {
    let skipped = try listing(["_draft.md", ".hidden.md", "_templates/a.md", ".git/b.md", "README.md", "a.md"]).skipped
    #expect(
      skipped.map { "\($0.file): \($0.reason)" } == [
        ".git/: the name begins with '.'", ".hidden.md: the name begins with '.'",
        "README.md: a README at the top of the input describes the folder", "_draft.md: the name begins with '_'",
        "_templates/: the name begins with '_'",
      ])
  }

  @Test func readsTheFolderOfPostsThatABlogCallsSo() throws {
    #expect(try listing(["_posts/2021-01-01-a.md"]).postMortems == ["_posts/2021-01-01-a.md"])
  }

  @Test func takesAReadmeForADocumentOnlyWhereItIsAloneAndHasASection() throws {
    #expect(try listing(["one/README.md"], text: "# A\n\n## Timeline\n").postMortems == ["one/README.md"])
    #expect(try listing(["one/README.md"], text: "# A\n\n## Usage\n").postMortems == [])
    #expect(try listing(["one/README.md", "one/b.md"], text: "## Timeline\n").postMortems == ["one/b.md"])
  }

  @Test func keepsCausesAndPlanPagesApart() throws {
    let found = try listing(["causes/a.md", "plan/b.md", "causes/README.md", "team/causes/c.md"])
    #expect(found.causes == ["causes/a.md"])
    #expect(found.plan == ["plan/b.md"])
    #expect(found.postMortems == ["team/causes/c.md"])
  }

  @Test func doesNotFollowLinks() throws {
    let folder = try TemporaryFolder()
    try folder.write("# A\n", to: "a.md")
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/loop", withDestinationPath: folder.path)
    let found = try InputScanner.scan(folder.path)
    #expect(found.postMortems == ["a.md"])
    #expect(found.skipped == [SkippedFile(file: "loop", reason: "symbolic links are not followed")])
  }
}
