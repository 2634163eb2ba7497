import KnowledgeBase
import TestSupport
import Testing

@testable import Pipeline

@Suite("Asking what is like a file")
struct SimilarQueryTests {
  private func reading(_ folder: TemporaryFolder) throws -> Reading {
    try folder.write("# The lathe jams\n\nSwarf clogged the lathe of the workshop.\n", to: "kb/a.md")
    try folder.write("# The kiln\n\nThe kiln cracked.\n", to: "kb/b.md")
    return try Reading.read(InputOptions(input: folder.path + "/kb", asOf: Corpus.today, jobs: 1))
  }

  private func relations(_ folder: TemporaryFolder, of text: String) throws -> [Relation] {
    let reading = try reading(folder)
    try folder.write(text, to: "lathe.md")
    return try SimilarQuery.relations(
      to: folder.path + "/lathe.md", in: reading, input: folder.path + "/kb", limit: 5)
  }

  @Test func findsWhatADraftOutsideIsLike() throws {
    let folder = try TemporaryFolder()
    let found = try relations(folder, of: "The lathe is clogged by swarf again.\n")
    #expect(found.first?.reasons.isEmpty == false)
  }

  @Test func readsNothingIntoAFileWithoutText() throws {
    let folder = try TemporaryFolder()
    #expect(try relations(folder, of: "\n \n").isEmpty)
  }

  @Test func refusesAFileThatIsNoText() throws {
    let folder = try TemporaryFolder()
    #expect(throws: InputError.notText(folder.path + "/lathe.md")) {
      try relations(folder, of: "The lathe\u{0}\n")
    }
  }
}
