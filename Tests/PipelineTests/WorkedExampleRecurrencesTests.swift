import Foundation
import KnowledgeBase
import PostMortems
import TestSupport
import Testing

@testable import Pipeline

/// The knowledge base that comes with the program: famous incidents of many organisations.
@Suite struct WorkedExampleRecurrencesTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "postmortems").path

  @Test func manyCausesComeBackAndNoneIsAPromiseOfOurs() throws {
    let base = try Reading.read(InputOptions(input: Self.folder, asOf: Corpus.today, jobs: 2)).knowledgeBase
    #expect(base.recurrences.recurring.count >= 15)
    let repeats = base.recurrences.recurring.flatMap(\.repeats)
    #expect(repeats.contains { $0.place == .elsewhere && $0.verdict == .noAction })
    #expect(repeats.contains { $0.place == .reportedAgain && $0.verdict == .unknown })
    #expect(base.recurrences.brokenPromises.isEmpty)
  }
}
