import KnowledgeBase
import PostMortems
import TestSupport
import Testing

@testable import Pipeline

/// Pairs of public post-mortems that readers judged: one cause, or look-alikes with another.
struct JudgedPairs {
  struct Pair {
    let corpus: String
    let first: Int
    let second: Int
    let isOneCause: Bool
    let names: String
  }

  let knowledgeBase: KnowledgeBase
  let pairs: [Pair]

  init() throws {
    let folder = try #require(RealCorpora.folder)
    let reading = try Reading.read(InputOptions(input: folder, asOf: Corpus.today, jobs: 2))
    let knowledgeBase = reading.knowledgeBase
    let table = try TextInput.read("\(folder)/recurrence.tsv")
    pairs = try table.split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: "\t").map(String.init)
      return Pair(
        corpus: cells[0], first: try #require(knowledgeBase.references.position(ofFile: cells[1])),
        second: try #require(knowledgeBase.references.position(ofFile: cells[2])),
        isOneCause: !cells[3].hasPrefix("DIFFERENT"), names: "\(cells[1]) \(cells[2])")
    }
    self.knowledgeBase = knowledgeBase
  }

  func score(_ pair: Pair) -> Double { knowledgeBase.related.score(pair.first, pair.second) }
}

@Suite("Similar real post-mortems", .enabled(if: RealCorpora.mustRun, "no corpora beside the checkout"))
struct SimilarCorporaTests {
  @Test func findTheOtherOfOneCauseAmongTheTopFive() throws {
    let judged = try JudgedPairs()
    let directions = judged.pairs.filter(\.isOneCause).flatMap { [($0.first, $0.second), ($0.second, $0.first)] }
    let related = judged.knowledgeBase.related
    let found = directions.count { from, to in related.similar(to: from, limit: 5).contains { $0.postMortem == to } }
    #expect(directions.count == 70)
    #expect(Double(found) >= 0.95 * 70, "\(found) of 70")
  }

  /// The area under the curve is the chance that a pair of one cause scores above a pair of look-alikes.
  @Test func scoreOneCauseAboveLookAlikes() throws {
    let judged = try JudgedPairs()
    let same = judged.pairs.filter(\.isOneCause).map(judged.score)
    let other = judged.pairs.filter { !$0.isOneCause }.map(judged.score)
    let above = same.reduce(0.0) { sum, score in
      sum + other.reduce(0.0) { $0 + (score > $1 ? 1 : score == $1 ? 0.5 : 0) }
    }
    #expect(above / Double(same.count * other.count) >= 0.75)
  }

  @Test func suggestOneCauseAndFewLookAlikes() throws {
    let judged = try JudgedPairs()
    let suggested = Set(judged.knowledgeBase.related.suggestions.map { [$0.later, $0.earlier] })
    let named = judged.pairs.filter { suggested.contains([min($0.first, $0.second), max($0.first, $0.second)]) }
    #expect(named.count(where: \.isOneCause) >= 20)
    #expect(named.count { !$0.isOneCause } <= 4)
  }

  @Test func scoreTheSameFromEitherSide() throws {
    let judged = try JudgedPairs()
    let related = judged.knowledgeBase.related
    for pair in judged.pairs {
      #expect(related.score(pair.first, pair.second) == related.score(pair.second, pair.first), "\(pair.names)")
    }
  }
}
