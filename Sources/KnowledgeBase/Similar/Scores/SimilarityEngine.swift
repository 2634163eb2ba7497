internal import PostMortems

/// One report that another is compared with.
struct ScoredCandidate: Sendable {
  let other: Int
  let score: Float
  let causeScore: Float
  let hasRecord: Bool
}

/// The profiles of all reports, and the indexes by which those like one are found.
struct SimilarityEngine: Sendable {
  private let postMortems: [PostMortem]
  private let subjects: [Subject]
  private let vocabulary: Vocabulary
  private let rarity: Rarity
  private let boilerplate: Boilerplate
  private let postings: Postings
  private let records: SharedRecords
  private let links: ReportLinks
  private let folders: FolderDays

  /// How many of the documents with the best words are compared in full where one is asked about.
  static let queryLimit = 512
  /// The same where all are: fewer in a large knowledge base, so that the cost does not grow with its square.
  var candidateLimit: Int { min(256, max(48, 400_000 / max(postMortems.count, 1))) }

  init(
    _ postMortems: [PostMortem], causes: CauseCatalogue, references: ReferenceIndex, targets: LinkTargets,
    sharing: WorkSharing, memory: ReadingMemory? = nil
  ) {
    let count = postMortems.count
    let (boilerplate, readings) = Self.readings(postMortems.map(\.draft), sharing, memory)
    let vocabulary = Vocabulary(readings)
    let rarity = Rarity(documents: count)
    let profiles = sharing.map(count) { IncidentProfile(readings[$0], vocabulary: vocabulary, rarity: rarity) }
    postings = Postings(profiles, words: vocabulary.frequencies.count)
    let records = SharedRecords(postMortems, causes: causes, rarity: rarity)
    let links = ReportLinks(
      postMortems, readings: readings, vocabulary: vocabulary, references: references, targets: targets)
    subjects = sharing.map(count) { position in
      Subject(
        position: position, postMortem: postMortems[position], profile: profiles[position],
        groups: records.groups(of: position), links: links.of(position), recurrences: links.recurrences[position],
        place: position)
    }
    (self.records, self.links) = (records, links)
    folders = FolderDays(postMortems)
    (self.postMortems, self.boilerplate, self.vocabulary, self.rarity) = (postMortems, boilerplate, vocabulary, rarity)
  }

  private static func readings(
    _ drafts: [PostMortemDraft], _ sharing: WorkSharing, _ memory: ReadingMemory?
  ) -> (boilerplate: Boilerplate, readings: [IncidentReading]) {
    memory?.keep(drafts)
    let sentences = sharing.map(drafts.count) { position in
      memory?.sentences(of: drafts[position]) ?? Boilerplate.sentences(of: drafts[position])
    }
    let boilerplate = Boilerplate(sentences)
    let readings = sharing.map(drafts.count) { position in
      memory?.reading(of: drafts[position], boilerplate: boilerplate)
        ?? IncidentReading(drafts[position], boilerplate: boilerplate)
    }
    return (boilerplate, readings)
  }

  func subject(_ position: Int) -> Subject { subjects[position] }

  /// Memory for queries one after the other.
  var scratch: CandidateScratch {
    CandidateScratch(documents: postMortems.count, words: vocabulary.frequencies.count)
  }

  func subject(_ draft: PostMortem, causes: CauseCatalogue) -> Subject {
    let reading = IncidentReading(draft.draft, boilerplate: boilerplate)
    let start = draft.started?.seconds ?? Int64.max
    return Subject(
      position: nil, postMortem: draft,
      profile: IncidentProfile(reading, vocabulary: vocabulary, rarity: rarity),
      groups: records.groups(of: draft, causes: causes),
      links: links.outgoing(draft, reading, folders, from: nil),
      recurrences: ReportLinks.unnamed(reading, draft.draft.document, vocabulary),
      place: postMortems.partitioningIndex { ($0.started?.seconds ?? Int64.min) <= start })
  }

  /// The candidates of a report with their scores, in no order.
  func scored(_ subject: Subject, candidates limit: Int, _ scratch: inout CandidateScratch) -> [ScoredCandidate] {
    postings.gather(subject.profile, around: subject.place, into: &scratch)
    var found = scratch.takeBest(limit)
    for group in subject.groups where records.groups[group].kind != .folder {
      let weight = records.groups[group].weight
      for other in records.near(subject.place, in: group) { scratch.add(Int32(other), weight) }
    }
    found += scratch.takeBest(limit / 2)
    found += subject.links.map(\.other)
    found.sort()
    let confidence = rarity.confidence
    return scratch.with(subject.profile) { scratch in
      var scored: [ScoredCandidate] = []
      scored.reserveCapacity(found.count)
      for (place, other) in found.enumerated() where place == 0 || found[place - 1] != other {
        if other == subject.position { continue }
        let candidate = subjects[other]
        let likeness = Likeness.score(
          words: scratch.words(candidate.profile), subject.profile, candidate.profile, confidence: confidence)
        let evidence = PairEvidence(subject, candidate, records, likeness: likeness)
        scored.append(
          ScoredCandidate(
            other: other, score: evidence.score, causeScore: evidence.causeScore(records),
            hasRecord: evidence.hasRecord))
      }
      return scored
    }
  }

  /// The score of a pair with its reasons in words; `second` is one of the knowledge base.
  func relation(_ first: Subject, _ second: Subject) -> Relation {
    let evidence = PairEvidence(first, second, records, confidence: rarity.confidence)
    let words = ReasonWords(first, second, evidence, records)
    return Relation(postMortem: second.place, score: Double(evidence.score), reasons: words.reasons)
  }
}
