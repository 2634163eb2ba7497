internal import PostMortems

/// How a cause came back, strike by strike.
package struct CauseRecurrence: Sendable {
  package let cause: Cause
  /// Positions of the post-mortems whose root cause it is, oldest first, those without a day last.
  package let occurrences: [Int]
  /// Oldest first.
  package let repeats: [Repeat]
}

/// Has this happened before, what had been promised then, and did it hold?
///
/// A drill is no strike, a near miss is one: the cause was back. What other organisations' reports say is no promise.
package struct RecurrenceLedger: Sendable {
  /// Causes with a repeat, in the order of the catalogue: the most frequent first.
  package let causes: [CauseRecurrence]
  private let places: [String: Int]
  /// By cause, then by the post-mortem that is the repeat: where it stands among the cause's repeats.
  private let repeats: [[Int: Int]]

  init(_ postMortems: [PostMortem], causes: CauseCatalogue, actions: ActionLedger, promises: CausePromises) {
    self.causes = causes.all.compactMap { cause in
      guard cause.slug != CauseCatalogue.unknown, !cause.occurrences.isEmpty else { return nil }
      let claims = promises.claims(for: cause.slug)
      guard cause.occurrences.count > 1 || !claims.isEmpty else { return nil }
      let occurrences = Self.oldestFirst(cause.occurrences, postMortems)
      var walk = RecurrenceWalk(postMortems, actions, claims: claims)
      let repeats = walk.repeats(occurrences)
      return repeats.isEmpty ? nil : CauseRecurrence(cause: cause, occurrences: occurrences, repeats: repeats)
    }
    repeats = self.causes.map { recurrence in
      Dictionary(
        recurrence.repeats.enumerated().map { ($1.postMortem, $0) }, uniquingKeysWith: { first, _ in first })
    }
    places = Dictionary(
      self.causes.enumerated().map { ($1.cause.slug, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Those without a day last; of two that began at the same time, the one whose file sorts first.
  private static func oldestFirst(_ positions: [Int], _ postMortems: [PostMortem]) -> [Int] {
    func key(_ position: Int) -> (Int64, String) {
      let postMortem = postMortems[position]
      return (postMortem.day == nil ? Int64.max : postMortem.started?.seconds ?? Int64.max, postMortem.file)
    }
    return positions.sorted { key($0) < key($1) }
  }

  /// The causes that struck more than once.
  package var recurring: [CauseRecurrence] { causes.filter { $0.occurrences.count > 1 } }

  /// How a cause came back; nil where it did not.
  package func recurrence(of cause: String) -> CauseRecurrence? { places[cause].map { causes[$0] } }

  /// The verdict on a post-mortem as a repeat of a cause; nil where it is none.
  package func verdict(on postMortem: Int, of cause: String) -> Repeat? {
    guard let place = places[cause], let number = repeats[place][postMortem] else { return nil }
    return causes[place].repeats[number]
  }

  /// The repeats against which somebody here had given a word, the newest first.
  package var brokenPromises: [(cause: Cause, repeat: Repeat)] {
    causes.flatMap { recurrence in
      recurrence.repeats.filter(\.verdict.isBrokenPromise).map { (recurrence.cause, $0) }
    }.sorted { ($0.repeat.postMortem, $0.cause.slug) < ($1.repeat.postMortem, $1.cause.slug) }
  }
}
