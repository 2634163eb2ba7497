/// What a report is about, as a vector of unit length over its most telling words, and another over the modes of failure.
struct IncidentProfile: Sendable {
  /// What comparing needs of a word and nothing else, for it is gone over for hundreds of pairs a report.
  struct Term: Sendable {
    /// Number in the vocabulary.
    let word: Int32
    /// Less than 0 for a word that the title holds.
    private let signed: Float

    init(word: Int32, weight: Float, isInTitle: Bool) {
      self.word = word
      signed = isInTitle ? -weight : weight
    }

    var weight: Float { abs(signed) }
    var isInTitle: Bool { signed < 0 }
  }

  /// Where a word is shown from, and how.
  struct Appearance: Sendable {
    let place: WordPlace
    let isIdentifier: Bool
  }

  struct Mode: Sendable {
    let number: Int
    let weight: Float
    let place: WordPlace
  }

  /// By word, ascending, so that two profiles are compared in one pass.
  let terms: [Term]
  /// One for each of them.
  let appearances: [Appearance]
  /// By number, ascending.
  let modes: [Mode]

  /// The most words kept of one document.
  static let limit = 128

  init(_ count: IncidentReading, vocabulary: Vocabulary, rarity: Rarity) {
    (terms, appearances) = Self.terms(count, vocabulary, rarity)
    modes = Self.modes(count, vocabulary, rarity)
  }

  private static func terms(_ count: IncidentReading, _ vocabulary: Vocabulary, _ rarity: Rarity)
    -> ([Term], [Appearance])
  {
    var weighed: [(weight: Float, hash: UInt64, word: Int32, term: Int32)] = []
    weighed.reserveCapacity(count.terms.count)
    for (index, term) in count.terms.enumerated() {
      let number = vocabulary.number(of: term.hash)
      let weight = term.weight * rarity.of(vocabulary.frequency(of: number))
      if weight > 0 { weighed.append((weight, term.hash, number ?? -1, Int32(index))) }
    }
    if weighed.count > limit {
      weighed.sort { $0.weight != $1.weight ? $0.weight > $1.weight : $0.hash < $1.hash }
      weighed.removeLast(weighed.count - limit)
    }
    let length = weighed.reduce(Float(0)) { $0 + $1.weight * $1.weight }.squareRoot()
    weighed.removeAll { $0.word < 0 }
    weighed.sort { $0.word < $1.word }
    let terms = weighed.map { weight, _, word, index in
      Term(word: word, weight: weight / length, isInTitle: count.terms[Int(index)].isInTitle)
    }
    let appearances = weighed.map { _, _, _, index in
      Appearance(place: count.terms[Int(index)].place, isIdentifier: count.terms[Int(index)].isIdentifier)
    }
    return (terms, appearances)
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
