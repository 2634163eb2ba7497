/// Why two post-mortems are linked.
package struct RelationReason: Hashable, Sendable {
  package enum Kind: String, Sendable {
    case recurrenceOf = "recurrence-of"
    case related
    case cause
    case signature
    case serviceAndTrigger = "service-and-trigger"
    case factor = "contributing-factor"
    case service
    /// Both lie in one folder of the input, as the reports of one house do.
    case folder = "same-folder"
    /// One of the two speaks of the other in its text.
    case backReference = "back-reference"
    /// One of the two says that its cause is another one; counts against the pair.
    case differentCause = "different-cause"
    case failureMode = "failure-mode"
    case identifier
    case rareWords = "rare-words"
  }

  package let kind: Kind
  /// In words, without a full stop; "here" is the post-mortem that was asked about, "there" the other.
  package let text: String
}

/// Another post-mortem that the reader of one should know.
package struct Relation: Sendable {
  package let postMortem: Int
  /// 0…1; symmetric, and comparable between any two pairs of a knowledge base.
  package let score: Double
  /// Strongest first.
  package let reasons: [RelationReason]

  /// The score in a word or two.
  package var strength: String {
    switch score {
    case 0.6...: "almost the same"
    case 0.45..<0.6: "very alike"
    case RelatedPostMortems.suggestionThreshold..<0.45: "alike"
    default: "somewhat alike"
    }
  }
}

/// Two post-mortems that look like one cause and have no record in common.
package struct SuggestedRecurrence: Sendable {
  /// The later of the two.
  package let later: Int
  package let earlier: Int
  /// As `Relation.score`.
  package let score: Double
  /// Strongest first; "here" is the later one.
  package let reasons: [RelationReason]
}
