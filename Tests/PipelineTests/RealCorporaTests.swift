import Diagnostics
import KnowledgeBase
import PostMortems
import Site
import TestSupport
import Testing
import Validation

@testable import Pipeline

/// Public post-mortems of fourteen organisations, where they lie beside the checkout.
@Suite("Real post-mortems", .enabled(if: RealCorpora.mustRun, "no corpora beside the checkout"))
struct RealCorporaTests {
  private func reading(_ name: String, jobs: Int = 2) throws -> Reading {
    let folder = try #require(RealCorpora.folder)
    return try Reading.read(InputOptions(input: "\(folder)/\(name)", asOf: Corpus.today, jobs: jobs))
  }

  @Test func areAllRead() throws {
    let counts = try RealCorpora.names.map { try reading($0).knowledgeBase.postMortems.count }
    #expect(counts.reduce(0, +) == 197)
  }

  @Test(arguments: RealCorpora.names)
  func buildTheSameOnOneWorkerAndOnTwo(name: String) throws {
    let folder = try TemporaryFolder()
    let corpora = try #require(RealCorpora.folder)
    func build(_ jobs: Int) throws -> BuildReport {
      let input = InputOptions(input: "\(corpora)/\(name)", asOf: Corpus.today, jobs: jobs)
      return try Build(BuildOptions(input: input, output: "\(folder.path)/site")).run()
    }
    let first = try build(1)
    let second = try build(2)
    #expect(try #require(first.write).written > 0)
    #expect(second.write?.written == 0 && second.write?.removed == 0)
    for postMortem in try #require(first.reading).knowledgeBase.postMortems {
      #expect(folder.read("site/incidents/\(postMortem.slug)/index.html") != nil, "\(postMortem.file)")
    }
    #expect(first.skipped.allSatisfy { !$0.reason.isEmpty })
  }

  @Test(arguments: RealCorpora.names)
  func haveNoFindingWithoutARule(name: String) throws {
    let known = Set(RuleCatalogue.descriptions.map(\.id))
    for postMortem in try reading(name).knowledgeBase.postMortems {
      for finding in postMortem.draft.findings { #expect(known.contains(finding.rule), "\(finding.rule)") }
    }
  }

  /// How many documents of each corpus have a timeline, a cause (or contributing factors) and action items.
  static let complete = [
    ("dfds__postmortems", 37), ("openSUSE__obs-landing", 23), ("Chia-Network__post-mortem", 7),
    ("PostHog__post-mortems", 5), ("kubernetes__test-infra", 5), ("alphagov__gsp", 2),
    ("rust-lang__infra-team", 1),
  ]

  @Test(arguments: complete)
  func haveTheirThreeMainSectionsRecognised(name: String, expected: Int) throws {
    let complete = try reading(name).knowledgeBase.postMortems.count { postMortem in
      let draft = postMortem.draft
      let hasCause = draft.section(.rootCause) != nil || draft.section(.contributingFactors) != nil
      return draft.section(.timeline) != nil && hasCause && draft.section(.actionItems) != nil
    }
    #expect(complete >= expected)
  }
}
