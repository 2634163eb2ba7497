/// The terms of the index that a word of the query stands for.
struct WordGroup: Sendable {
  struct Variant: Equatable, Sendable {
    var term: Int
    /// How much a match counts, of 16.
    var factor: Int
  }
  var position: Int
  var variants: [Variant]
  /// In 1/256 bits, at least 16.
  var weight: Int
  /// The term that a mistyped word was taken for.
  var correction: Int?
}

extension SearchIndex {
  /// The place of a term among the sorted ones, or nil.
  func find(_ term: [UInt8]) -> Int? {
    let index = lowerBound(term)
    return index < lists.terms.count && lists.terms[index] == term ? index : nil
  }

  private func lowerBound(_ term: [UInt8]) -> Int {
    var low = 0
    var high = lists.terms.count
    while low < high {
      let middle = (low + high) / 2
      if lists.terms[middle].lexicographicallyPrecedes(term) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The terms that begin with `prefix` and lie in the first `limit` shards a browser would load for it.
  private func terms(withPrefix prefix: [UInt8], limit: Int = TermShards.prefixLimit) -> Range<Int> {
    let start = lowerBound(prefix)
    let shardEnd = shards.shards(withPrefix: prefix, limit: limit).upperBound
    let end = shardEnd < shards.firstTerms.count ? lowerBound(shards.firstTerms[shardEnd]) : lists.terms.count
    var stop = start
    while stop < end, lists.terms[stop].starts(with: prefix) { stop += 1 }
    return start..<stop
  }

  func frequency(_ term: Int) -> Int { lists.postings(of: term).count }

  /// One group a word, in their order; words that nothing in the index resembles have no variants.
  func groups(for query: SearchQuery) -> [WordGroup] {
    var groups = query.words.map { group(for: $0, in: query) }
    addJoined(to: &groups, words: query.words, isPaste: query.isPaste)
    for index in groups.indices where groups[index].variants.isEmpty && !query.isPaste {
      correct(&groups[index], word: query.words[index].term)
    }
    for index in groups.indices where groups[index].weight == 0 {
      groups[index].weight = Weight.of(
        frequency: groups[index].variants.reduce(0) { $0 + frequency($1.term) }, documents: documents.count)
    }
    return query.isPaste ? PastedText.mostTelling(groups) : groups
  }

  private func group(for word: SearchQuery.Word, in query: SearchQuery) -> WordGroup {
    var variants: [WordGroup.Variant] = []
    let exact = find(word.term)
    if let exact { variants.append(.init(term: exact, factor: 16)) }
    let isStop = QueryTokens.stopWords.contains(word.term)
    if !isStop { variants += stemVariants(of: word.term) }
    var group = WordGroup(position: word.position, variants: variants, weight: 0)
    if !variants.isEmpty {
      let total = variants.reduce(0) { $0 + frequency($1.term) }
      group.weight = Weight.of(frequency: total, documents: documents.count)
    }
    if !query.isPaste, !isStop, word.isPrefix || variants.isEmpty {
      group.variants += completions(of: word.term, except: variants, factor: variants.isEmpty ? 12 : 5)
    }
    return group
  }

  func stemVariants(of word: [UInt8]) -> [WordGroup.Variant] {
    let stem = Stemmer.stem(word)
    let prefix = Stemmer.commonPrefix(of: stem)
    guard prefix.count >= 3, word.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) else { return [] }
    return terms(withPrefix: prefix).filter { lists.terms[$0] != word && Stemmer.stem(lists.terms[$0]) == stem }
      .map { .init(term: $0, factor: 14) }
  }

  /// The sixteen most frequent words that begin with `prefix`.
  private func completions(
    of prefix: [UInt8], except known: [WordGroup.Variant], factor: Int
  ) -> [WordGroup.Variant] {
    guard prefix.count >= 3 else { return [] }
    // Where the word itself exists, others are worth no further file to a browser.
    return terms(withPrefix: prefix, limit: known.isEmpty ? TermShards.prefixLimit : 1)
      .filter { term in !known.contains { $0.term == term } }
      .map { (term: $0, frequency: frequency($0)) }
      .sorted { ($1.frequency, $0.term) < ($0.frequency, $1.term) }
      .prefix(16).map { .init(term: $0.term, factor: factor) }
  }

  /// Lets `time out` find `timeout`: two neighbours written as one word count for both.
  private func addJoined(to groups: inout [WordGroup], words: [SearchQuery.Word], isPaste: Bool) {
    guard !isPaste else { return }
    for index in words.indices.dropFirst() where words[index].position == words[index - 1].position + 1 {
      guard let joined = find(words[index - 1].term + words[index].term) else { continue }
      for side in [index - 1, index] where !groups[side].variants.contains(where: { $0.term == joined }) {
        groups[side].variants.append(.init(term: joined, factor: 16))
      }
    }
  }

  /// Takes a word that is not there for the nearest that are.
  private func correct(_ group: inout WordGroup, word: [UInt8]) {
    guard Vocabulary.isWord(word) else { return }
    let letters = Vocabulary.letters(of: word)
    let limit = letters.count >= 8 ? 2 : 1
    var candidates: [(distance: Int, otherStart: Int, frequency: Int, term: Int)] = []
    for term in vocabulary.terms {
      let bytes = lists.terms[term]
      guard abs(bytes.count - word.count) <= limit * 4 else { continue }
      let other = Vocabulary.letters(of: bytes)
      guard let distance = EditDistance.between(letters, other, limit: limit) else { continue }
      candidates.append(
        (distance, other[0] == letters[0] ? 0 : 1, -Vocabulary.frequencyClass(frequency(term)), term))
    }
    candidates.sort { $0 < $1 }
    guard let best = candidates.first else { return }
    group.correction = best.term
    group.variants = candidates.filter { $0.distance == best.distance }.prefix(4).map {
      .init(term: $0.term, factor: best.distance == 1 ? 10 : 7)
    }
  }
}

/// How much a word tells, by how few documents have it.
enum Weight {
  /// log2 of (documents + 1) / (frequency + ½) in 1/256 bits, at least 16; exact in whole numbers.
  static func of(frequency: Int, documents: Int) -> Int {
    let frequency = min(frequency, documents)
    return max(16, log2((2 * documents + 2) * 65_536 / (2 * frequency + 1)) - 16 * 256)
  }

  /// log2 in 1/256, by repeated squaring.
  static func log2(_ value: Int) -> Int {
    guard value > 0 else { return 0 }
    let exponent = Int.bitWidth - 1 - value.leadingZeroBitCount
    var mantissa = exponent >= 15 ? value >> (exponent - 15) : value << (15 - exponent)
    var fraction = 0
    for _ in 0..<8 {
      mantissa = (mantissa * mantissa) >> 15
      fraction *= 2
      if mantissa >= 65_536 {
        fraction += 1
        mantissa >>= 1
      }
    }
    return exponent * 256 + fraction
  }
}
