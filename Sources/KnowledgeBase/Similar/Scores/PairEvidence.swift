internal import PostMortems

/// Everything that two reports share, with what each piece alone is worth.
struct PairEvidence {
  struct Piece {
    let weight: Float
    let source: Source
  }

  enum Source {
    case record(Int)
    case link(ReportLink)
    /// A sentence of the first or, `isFromOther`, of the second.
    case unnamed(UnnamedRecurrence, isFromOther: Bool)
  }

  let likeness: Float
  let pieces: [Piece]
  let isDenied: Bool
  /// Whether a cause record or an author's own link already joins the two.
  let hasRecord: Bool

  /// What is left of a score where one of the two says that the cause is another.
  static let denial: Float = 0.3

  init(_ first: Subject, _ second: Subject, _ records: SharedRecords, confidence: Float) {
    let likeness = Likeness.score(first.profile, second.profile, confidence: confidence)
    self.init(first, second, records, likeness: likeness)
  }

  init(_ first: Subject, _ second: Subject, _ records: SharedRecords, likeness: Float) {
    self.likeness = likeness
    var pieces = Self.shared(first.groups, second.groups).map {
      Piece(weight: records.groups[$0].weight, source: .record($0))
    }
    let links = Self.telling(Self.links(first, second))
    pieces += links.map { Piece(weight: Self.weight($0.kind), source: .link($0)) }
    if !links.contains(where: { $0.kind == .recurrence || $0.kind == .mention }) {
      pieces += Self.unnamed(first, second)
    }
    isDenied = links.contains { $0.kind == .difference } && !links.contains { $0.kind == .recurrenceOf }
    hasRecord =
      links.contains { $0.kind == .recurrenceOf || $0.kind == .related }
      || pieces.contains { piece in
        if case .record(let group) = piece.source { records.groups[group].kind == .cause } else { false }
      }
    self.pieces = pieces
  }

  /// The chance that none of the pieces speaks true, taken as independent, taken from one.
  var score: Float { combined { _ in true } }

  /// The same over what speaks of the cause: without services, factors and folders.
  func causeScore(_ records: SharedRecords) -> Float {
    combined { piece in
      guard case .record(let group) = piece.source else { return true }
      switch records.groups[group].kind {
      case .service, .serviceAndTrigger, .factor, .folder: return false
      default: return true
      }
    }
  }

  private func combined(_ counts: (Piece) -> Bool) -> Float {
    // On the stack, for this is asked for hundreds of pairs a report, most of which have a piece or two.
    let miss = withUnsafeTemporaryAllocation(of: Float.self, capacity: pieces.count) { memory in
      var count = 0
      for piece in pieces where counts(piece) {
        memory.initializeElement(at: count, to: piece.weight)
        count += 1
      }
      var weights = UnsafeMutableBufferPointer(rebasing: memory[..<count])
      // In the order of weight, for the product of floats depends on the order and must not on who asks.
      weights.sort()
      return weights.reduce(1 - likeness) { $0 * (1 - $1) }
    }
    return (1 - miss) * (isDenied ? Self.denial : 1)
  }

  private static func weight(_ kind: ReportLink.Kind) -> Float {
    switch kind {
    case .recurrenceOf: 0.9
    case .related: 0.5
    case .recurrence: 0.45
    case .mention: 0.3
    case .difference: 0
    }
  }

  private static func shared(_ first: [Int], _ second: [Int]) -> [Int] {
    var shared: [Int] = []
    var (left, right) = (0, 0)
    while left < first.count, right < second.count {
      let (one, other) = (first[left], second[right])
      if one == other { shared.append(one) }
      if one <= other { left += 1 }
      if other <= one { right += 1 }
    }
    return shared
  }

  /// Links between the two, as the first sees them.
  private static func links(_ first: Subject, _ second: Subject) -> [ReportLink] {
    if let other = second.position { return first.links.filter { $0.other == other } }
    guard let own = first.position else { return [] }
    return second.links.filter { $0.other == own }.map {
      ReportLink(kind: $0.kind, other: own, isFromOther: !$0.isFromOther, sentence: $0.sentence)
    }
  }

  /// A link in the text beside one in the front matter says nothing more.
  private static func telling(_ links: [ReportLink]) -> [ReportLink] {
    guard links.contains(where: { $0.kind == .recurrenceOf || $0.kind == .related }) else { return links }
    return links.filter { $0.kind != .mention }
  }

  private static func unnamed(_ first: Subject, _ second: Subject) -> [Piece] {
    guard !(first.recurrences.isEmpty && second.recurrences.isEmpty),
      let own = first.postMortem.day, let other = second.postMortem.day, own != other,
      FolderDays.folder(first.postMortem.file) == FolderDays.folder(second.postMortem.file)
    else { return [] }
    let (later, earlier) = own > other ? (first, second) : (second, first)
    return later.recurrences.filter { recurrence in
      let shared = recurrence.words.count { word in
        let place = earlier.profile.terms.partitioningIndex { $0.word >= word }
        return place < earlier.profile.terms.count && earlier.profile.terms[place].word == word
      }
      return shared >= UnnamedRecurrence.fewestShared
    }.prefix(1).map { Piece(weight: 0.15, source: .unnamed($0, isFromOther: own < other)) }
  }
}
