internal import Diagnostics
internal import PostMortems
internal import Statistics

/// What one pass over a document finds: its telling words and modes of failure, counted by zone before their rarity is
/// known, and where it speaks of other reports.
struct IncidentReading: Sendable {
  struct Term: Sendable {
    let hash: UInt64
    /// Natural logarithm of one and the weighed occurrences.
    var weight: Float
    /// Where it stands in the weightiest zone.
    var place: WordPlace
    var isInTitle: Bool
    var isIdentifier: Bool
  }

  /// A mode's weighed occurrences, as for a term, and the words that speak of it.
  struct Mode: Sendable {
    let number: Int
    var weight: Float
    var place: WordPlace
    var zone: Float
  }

  private(set) var terms: [Term] = []
  private(set) var modes: [Mode] = []
  private(set) var references: [Reference] = []
  private var index = StemTable(capacity: 512)
  /// For each term the weight of the weightiest zone that it stands in.
  private var zones: [Float] = []
  private var modeIndex = [Int](repeating: -1, count: FailureModes.capacity)

  init(_ draft: PostMortemDraft, boilerplate: Boilerplate) {
    readTitle(draft.title.value)
    var walk = SentenceWalk(draft)
    walk.forEach { sentence in
      guard !boilerplate.contains(sentence) else { return }
      add(sentence.words, sentence.zone)
      if let reference = Reference(sentence) { references.append(reference) }
    }
    index = Self.noIndex
    modeIndex = []
    zones = []
    for number in terms.indices { terms[number].weight = Self.dampened(terms[number].weight) }
    // All readings are held until the last is made: none shall hold room that it does not need.
    terms = terms.withUnsafeBufferPointer { Array($0) }
    for number in modes.indices { modes[number].weight = Self.dampened(modes[number].weight) }
  }

  /// What stands for the index once it is done with: of thousands of readings none keeps memory for it.
  private static let noIndex = StemTable()

  private static func dampened(_ count: Float) -> Float { Float(naturalLog(1 + Double(count))) }

  private mutating func readTitle(_ title: String) {
    var words: [Word] = []
    var reader = WordReader()
    let bytes = Array(title.utf8)
    bytes.withUnsafeBufferPointer { reader.read($0, offset: 0, into: &words) }
    add(words[...], .title)
  }

  /// A mode counts once a sentence, however often it is named there.
  private mutating func add(_ words: ArraySlice<Word>, _ zone: Zone) {
    var seen: UInt64 = 0
    for number in words.indices {
      let word = words[number]
      if word.kind == .telling || word.kind == .identifier { count(word, zone) }
      guard word.isPlain else { continue }
      if let mode = FailureModes.mode(of: word.stem) { count(mode, word.range, zone, &seen) }
      if FailureModes.beginsPair(word.stem), number + 1 < words.endIndex,
        let mode = FailureModes.mode(of: word.stem, words[number + 1].stem)
      {
        count(mode, word.range.lowerBound..<words[number + 1].range.upperBound, zone, &seen)
      }
    }
  }

  private mutating func count(_ word: Word, _ zone: Zone) {
    let isInTitle = zone == .title
    let known = index.insert(word.stem, terms.count)
    if known < terms.count {
      terms[known].weight += zone.weight
      if zone.weight > zones[known] {
        zones[known] = zone.weight
        terms[known].place = WordPlace(word.range, isInTitle: isInTitle)
      }
    } else {
      zones.append(zone.weight)
      terms.append(
        Term(
          hash: word.stem, weight: zone.weight, place: WordPlace(word.range, isInTitle: isInTitle),
          isInTitle: isInTitle, isIdentifier: word.kind == .identifier))
    }
  }

  private mutating func count(_ mode: Int, _ range: Range<Int>, _ zone: Zone, _ seen: inout UInt64) {
    guard seen & (1 << UInt64(mode)) == 0 else { return }
    seen |= 1 << UInt64(mode)
    let known = modeIndex[mode]
    if known >= 0 {
      modes[known].weight += zone.weight
      if zone.weight > modes[known].zone {
        modes[known].zone = zone.weight
        modes[known].place = WordPlace(range, isInTitle: zone == .title)
      }
    } else {
      modeIndex[mode] = modes.count
      modes.append(
        Mode(
          number: mode, weight: zone.weight, place: WordPlace(range, isInTitle: zone == .title), zone: zone.weight))
    }
  }
}
