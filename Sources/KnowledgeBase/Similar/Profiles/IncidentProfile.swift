/// What a report is about, as a vector of unit length over its most telling words, and another over the modes of failure.
struct IncidentProfile: Sendable {
  struct Term: Sendable {
    /// Number in the vocabulary.
    let word: Int32
    let weight: Float
    let place: WordPlace
    let isInTitle: Bool
    let isIdentifier: Bool
  }

  struct Mode: Sendable {
    let number: Int
    let weight: Float
    let place: WordPlace
  }

  /// By word, ascending, so that two profiles are compared in one pass.
  let terms: [Term]
  /// By number, ascending.
  let modes: [Mode]

  /// The most words kept of one document.
  static let limit = 128

  init(_ count: IncidentReading, vocabulary: Vocabulary, rarity: Rarity) {
    terms = Self.terms(count, vocabulary, rarity)
    modes = Self.modes(count, vocabulary, rarity)
  }

  private static func terms(_ count: IncidentReading, _ vocabulary: Vocabulary, _ rarity: Rarity) -> [Term] {
    var weighed = count.terms.compactMap { term -> (hash: UInt64, Term)? in
      let number = vocabulary.number(of: term.hash)
      let weight = term.weight * rarity.of(vocabulary.frequency(of: number))
      guard weight > 0 else { return nil }
      return (
        term.hash,
        Term(
          word: number ?? -1, weight: weight, place: term.place, isInTitle: term.isInTitle,
          isIdentifier: term.isIdentifier)
      )
    }
    if weighed.count > limit {
      weighed.sort { ($1.1.weight, $0.hash) < ($0.1.weight, $1.hash) }
      weighed.removeLast(weighed.count - limit)
    }
    let length = weighed.reduce(Float(0)) { $0 + $1.1.weight * $1.1.weight }.squareRoot()
    return weighed.map { _, term in
      Term(
        word: term.word, weight: term.weight / length, place: term.place, isInTitle: term.isInTitle,
        isIdentifier: term.isIdentifier)
    }.filter { $0.word >= 0 }.sorted { $0.word < $1.word }
  }

  private static func modes(_ count: IncidentReading, _ vocabulary: Vocabulary, _ rarity: Rarity) -> [Mode] {
    let weighed = count.modes.map { mode in
      (mode, mode.weight * rarity.of(max(vocabulary.modeFrequencies[mode.number], 2)))
    }
    let length = weighed.reduce(Float(0)) { $0 + $1.1 * $1.1 }.squareRoot()
    guard length > 0 else { return [] }
    return weighed.filter { $0.1 > 0 }.map { Mode(number: $0.number, weight: $1 / length, place: $0.place) }
      .sorted { $0.number < $1.number }
  }
}
