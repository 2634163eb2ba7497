package import PostMortems

/// For each post-mortem the others that are like it, by what both say, and why.
///
/// Candidates come from an inverted index of rare words, from what the front matter shares and from links, each capped,
/// so that the cost grows with the number of documents and not with its square; every candidate's score is then taken
/// whole, so that it is the same from either side.
package struct RelatedPostMortems: Sendable {
  private let postMortems: [PostMortem]
  private let causes: CauseCatalogue
  private let engine: SimilarityEngine
  private let neighbours: NeighbourTable
  private let memo = RelationMemo()

  /// The most relations kept for one post-mortem.
  package static let limit = 8
  /// Less than this is chance.
  static let least: Float = 0.08
  /// From this score on, two reports without a record in common look like one cause.
  package static let suggestionThreshold = 0.29

  init(
    _ postMortems: [PostMortem], causes: CauseCatalogue, references: ReferenceIndex, links: LinkTargets,
    sharing: WorkSharing, search: NeighbourSearch
  ) {
    self.postMortems = postMortems
    self.causes = causes
    let engine = SimilarityEngine(
      postMortems, causes: causes, references: references, targets: links, sharing: sharing, memory: search.memory)
    self.engine = engine
    let count = postMortems.count
    let all: [Neighbours] =
      switch search {
      case .onDemand: []
      case .atOnce:
        sharing.map(
          count, stretch: 256, scratch: { engine.scratch },
          { position, scratch in Neighbours(of: engine.subject(position), in: engine, &scratch) })
      }
    neighbours = NeighbourTable(all) { position in
      var scratch = engine.scratch
      return Neighbours(of: engine.subject(position), in: engine, &scratch)
    }
  }

  /// The first so many, best first; those of a score that chance does not give.
  package func of(_ position: Int, limit: Int = Self.limit) -> [Relation] {
    let relations = memo.relations(of: position) {
      let subject = engine.subject(position)
      return neighbours[position].related.map { engine.relation(subject, engine.subject($0.other)) }
    }
    return Array(relations.prefix(limit))
  }

  /// Best first, whatever the score; a likeness for which no words can be given is left out.
  package func similar(to position: Int, limit: Int) -> [Relation] {
    relations(of: engine.subject(position), limit: limit)
  }

  /// The same for a draft that is no part of the knowledge base.
  package func similar(to draft: PostMortem, limit: Int) -> [Relation] {
    relations(of: engine.subject(draft, causes: causes), limit: limit)
  }

  private func relations(of subject: Subject, limit: Int) -> [Relation] {
    var scratch = engine.scratch
    let found = engine.scored(subject, candidates: max(limit, SimilarityEngine.queryLimit), &scratch)
    let relations = found.sorted { ($1.score, $0.other) < ($0.score, $1.other) }.lazy.filter { $0.score > 0 }
      .map { engine.relation(subject, engine.subject($0.other)) }
    return Array(relations.filter { !$0.reasons.isEmpty }.prefix(limit))
  }

  /// How alike two post-mortems are, 0…1.
  package func score(_ first: Int, _ second: Int) -> Double {
    engine.relation(engine.subject(first), engine.subject(second)).score
  }

  /// Pairs that look like one cause and have no record in common, best first.
  package var suggestions: [SuggestedRecurrence] {
    var pairs: [Int: [Int: Float]] = [:]
    for position in postMortems.indices {
      for neighbour in neighbours[position].unrecorded {
        pairs[min(position, neighbour.other), default: [:]][max(position, neighbour.other)] = neighbour.score
      }
    }
    let found = pairs.flatMap { later, others in others.map { (later: later, earlier: $0.key, score: $0.value) } }
    return found.sorted { ($1.score, $0.later, $0.earlier) < ($0.score, $1.later, $1.earlier) }.map { pair in
      let relation = engine.relation(engine.subject(pair.later), engine.subject(pair.earlier))
      return SuggestedRecurrence(
        later: pair.later, earlier: pair.earlier, score: relation.score, reasons: relation.reasons)
    }
  }
}

/// The best of one report's candidates.
struct Neighbours: Sendable {
  let related: [ScoredCandidate]
  /// Those that look like the same cause, and that no record joins with it.
  let unrecorded: [ScoredCandidate]

  /// The most suggestions that one report makes.
  static let suggestionLimit = 4

  init(of subject: Subject, in engine: SimilarityEngine, _ scratch: inout CandidateScratch) {
    let found = engine.scored(subject, candidates: engine.candidateLimit, &scratch)
      .sorted { ($1.score, $0.other) < ($0.score, $1.other) }
    related = Array(found.prefix(RelatedPostMortems.limit).filter { $0.score >= RelatedPostMortems.least })
    unrecorded = Array(
      found.filter { !$0.hasRecord && Double($0.causeScore) >= RelatedPostMortems.suggestionThreshold }
        .prefix(Self.suggestionLimit))
  }
}
