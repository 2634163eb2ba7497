import Diagnostics
import Foundation
import KnowledgeBase
import PostMortems
import TestSupport
import Testing
import Validation

/// Every rule's flaw once, with the whole of what a person is told about it, in one text that is reviewed in the diff.
@Suite("What people are told")
struct MessageSnapshotTests {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Snapshots/Rules/messages.txt")

  private static func text(of rule: RuleDescription) -> String {
    guard let example = rule.triggering.first else { return "" }
    let knowledgeBase = Marks.strip(Corpus(example)).corpus.knowledgeBase()
    let runner = RuleRunner(knowledgeBase)
    let own = knowledgeBase.postMortems.flatMap { runner.diagnostics(of: $0.draft) }
    let causes = knowledgeBase.causes.records.flatMap { runner.diagnostics(of: $0) }
    let plan = knowledgeBase.plan.flatMap { runner.diagnostics(of: $0) }
    let found = Dictionary(grouping: own + causes + plan + runner.corpusDiagnostics(), by: \.file)
    let filter = SuppressionFilter(levels: RuleCatalogue.levels(knowledgeBase.settings.ruleLevels))
    let left = knowledgeBase.sources.flatMap { filter.apply(found[$0.path] ?? [], in: $0) }
    return TextFormatter().format(left.filter { $0.rule == rule.id }.sorted())
  }

  @Test func isAsReviewed() throws {
    let text = RuleCatalogue.descriptions.map(Self.text).filter { !$0.isEmpty }.joined(separator: "\n")
    if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] != nil {
      try FileManager.default.createDirectory(
        at: Self.file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: Self.file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: Self.file, encoding: .utf8) == text)
  }

  /// Lower case (but for what the author wrote or a name), no full stop, no line break.
  @Test func keepsTheHouseStyle() {
    for rule in RuleCatalogue.descriptions {
      for line in Self.text(of: rule).split(separator: "\n") where line.contains("[\(rule.id)]") {
        let message = line.prefix { $0 != "[" }
        #expect(!message.trimmingCharacters(in: .whitespaces).hasSuffix("."), "\(line)")
      }
    }
  }
}
