/// A post-mortem that answers a query.
package struct SearchHit: Equatable, Sendable {
  /// Which field the words of the query were found in.
  package struct Reason: Equatable, Sendable {
    package var field: SearchField
    package var words: [String]
  }
  /// Index among the documents the index was made of.
  package var document: Int
  package var score: Int
  package var why: [Reason]
}

/// Everything a query yields.
package struct SearchAnswer: Equatable, Sendable {
  /// Best first.
  package var hits: [SearchHit]
  /// How many documents were found, of which `hits` are the first.
  package var total: Int
  /// The query with words that occur nowhere replaced by those they were taken for.
  package var suggestion: String?
  /// Whether no document holds the quoted phrase, so that these were found by its words.
  package var isRelaxed = false
}

extension SearchIndex {
  /// The `limit` best documents.
  package func search(_ query: String, limit: Int = 10) -> [SearchHit] {
    answer(query, limit: limit).hits
  }

  /// Ranks by whole numbers alone, so that the terminal and the browser agree to the last place:
  ///
  ///     score = ⌊(Σ weight · factor · impact  +  Σ min(weight, weight') · nearness  +  Σ weight(whole) · 8 · impact)
  ///              · (W + 3 · M) / (4 · W)⌋
  ///
  /// over the words of the query, its neighbouring pairs, and its identifiers kept whole. `weight` is log2 of
  /// (documents + 1) / (frequency + ½) in 1/256 bits, `impact` the saturated field-weighted term frequency in 30
  /// levels (see `Impact`), `factor` 16 for the word itself, 14 for its other forms, 12 or 5 for a completion,
  /// 10 or 7 for a correction, the best one counting. `nearness` is 160 for words that stand as in the query, 96, 48 or
  /// 16 if the place differs by up to 2, 6 or 16 words. W is the weight of all words that occur anywhere, M of those in
  /// the document; documents with less than half of the M of the best are left out. Equal scores: the newer first.
  ///
  /// Where no document holds the quoted phrases of a long query, those with its words answer: a line of a log has
  /// quotation marks too.
  /// - Parameter isPaste: whether the text is known to be pasted, however short it is.
  package func answer(_ text: String, limit: Int = 10, isPaste: Bool = false) -> SearchAnswer {
    var query = SearchQuery(text, isPaste: isPaste)
    let groups = groups(for: query)
    var ranking = Ranking(index: self, groups: groups)
    ranking.addWholes(query.wholes)
    var ranked = ranked(query, by: ranking)
    let isRelaxed = ranked.isEmpty && !query.phrases.isEmpty && query.words.count >= Self.wordsOfALogLine
    if isRelaxed {
      query.phrases = []
      ranked = self.ranked(query, by: ranking)
    }
    let hits = ranked.prefix(limit).map { entry in
      SearchHit(
        document: originalIndices[entry.document], score: entry.score, why: reasons(entry.document, groups: groups))
    }
    return SearchAnswer(
      hits: hits, total: ranked.count, suggestion: suggestion(query, groups: groups),
      isRelaxed: isRelaxed && !ranked.isEmpty)
  }

  /// Nobody types as many to look for a phrase.
  private static var wordsOfALogLine: Int { 8 }

  private func ranked(_ query: SearchQuery, by ranking: Ranking) -> [Ranking.Entry] {
    let allowed = allowedDocuments(query)
    return query.words.isEmpty ? unranked(allowed, query: query) : ranking.ranked(allowed: allowed)
  }

  /// All documents that meet the conditions, where there are conditions only.
  private func unranked(_ allowed: [Bool]?, query: SearchQuery) -> [Ranking.Entry] {
    guard let allowed, !query.filters.isEmpty || !query.excluded.isEmpty else { return [] }
    return allowed.indices.filter { allowed[$0] }.map { Ranking.Entry(document: $0, score: 0) }
  }

  private func reasons(_ document: Int, groups: [WordGroup]) -> [SearchHit.Reason] {
    let fields = fields[document]
    var words = [[String]](repeating: [], count: SearchField.allCases.count)
    for group in groups {
      for variant in group.variants {
        guard let posting = posting(of: variant.term, in: document) else { continue }
        let word = String(decoding: lists.terms[variant.term], as: UTF8.self)
        for position in lists.positions(of: posting) {
          guard let field = fields.last(where: { $0.start <= position })?.field else { continue }
          if !words[Int(field.rawValue)].contains(word) { words[Int(field.rawValue)].append(word) }
        }
      }
    }
    return SearchField.allCases.filter { !words[Int($0.rawValue)].isEmpty }
      .map { SearchHit.Reason(field: $0, words: words[Int($0.rawValue)]) }
  }

  private func suggestion(_ query: SearchQuery, groups: [WordGroup]) -> String? {
    guard groups.contains(where: { $0.correction != nil }), !query.isPaste else { return nil }
    return zip(query.words, groups).map { word, group in
      String(decoding: group.correction.map { lists.terms[$0] } ?? word.term, as: UTF8.self)
    }.joined(separator: " ")
  }

  /// Where a document stands among a term's postings, or nil.
  func posting(of term: Int, in document: Int) -> Int? {
    let range = lists.postings(of: term)
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = (low + high) / 2
      if lists.documents[middle] < UInt32(document) { low = middle + 1 } else { high = middle }
    }
    return low < range.upperBound && lists.documents[low] == UInt32(document) ? low : nil
  }
}

/// The sums of one query over all documents.
struct Ranking {
  struct Entry {
    var document: Int
    var score: Int
  }

  private let index: SearchIndex
  private let groups: [WordGroup]
  /// By group, by document: the best factor times impact of its variants, 0 where there is none.
  private var matches: [[Int]]
  private var wholes: [Int]

  init(index: SearchIndex, groups: [WordGroup]) {
    self.index = index
    self.groups = groups.filter { !$0.variants.isEmpty }
    wholes = [Int](repeating: 0, count: index.documents.count)
    matches = self.groups.map { group in
      var best = [Int](repeating: 0, count: index.documents.count)
      for variant in group.variants {
        for posting in index.lists.postings(of: variant.term) {
          let document = Int(index.lists.documents[posting])
          best[document] = max(best[document], variant.factor * Int(index.lists.impacts[posting]))
        }
      }
      return best
    }
  }

  mutating func addWholes(_ terms: [[UInt8]]) {
    for term in terms {
      guard let term = index.find(term) else { continue }
      let weight = Weight.of(frequency: index.frequency(term), documents: index.documents.count)
      for posting in index.lists.postings(of: term) {
        wholes[Int(index.lists.documents[posting])] += weight * 8 * Int(index.lists.impacts[posting])
      }
    }
  }

  func ranked(allowed: [Bool]?) -> [Entry] {
    let total = groups.reduce(0) { $0 + $1.weight }
    guard total > 0 else { return [] }
    var found: [(entry: Entry, matched: Int)] = []
    for document in index.documents.indices where allowed?[document] != false {
      var sum = wholes[document]
      var matched = 0
      for (number, group) in groups.enumerated() where matches[number][document] > 0 {
        sum += group.weight * matches[number][document]
        matched += group.weight
        if number > 0, matches[number - 1][document] > 0 { sum += nearness(number - 1, in: document) }
      }
      guard matched > 0 else { continue }
      found.append((Entry(document: document, score: sum * (total + 3 * matched) / (4 * total)), matched))
    }
    let best = found.reduce(0) { max($0, $1.matched) }
    return found.filter { 2 * $0.matched >= best }.map(\.entry)
      .sorted { ($1.score, $0.document) < ($0.score, $1.document) }
  }

  private func nearness(_ number: Int, in document: Int) -> Int {
    let (left, right) = (groups[number], groups[number + 1])
    let offset = right.position - left.position
    guard offset > 0, offset <= 8 else { return 0 }
    let isJoined = left.variants.contains { variant in
      right.variants.contains { $0.term == variant.term } && index.posting(of: variant.term, in: document) != nil
    }
    let least = isJoined ? 0 : leastDisplacement(left, right, offset: offset, in: document)
    let nearness =
      switch least {
      case 0: 160
      case ...2: 96
      case ...6: 48
      case ...16: 16
      default: 0
      }
    return min(left.weight, right.weight) * nearness
  }

  private func leastDisplacement(_ left: WordGroup, _ right: WordGroup, offset: Int, in document: Int) -> Int {
    let rights = right.variants.compactMap { index.posting(of: $0.term, in: document) }
    var least = Int.max
    for variant in left.variants {
      guard let posting = index.posting(of: variant.term, in: document) else { continue }
      for position in index.lists.positions(of: posting) {
        for other in rights {
          for otherPosition in index.lists.positions(of: other) {
            least = min(least, abs(Int(otherPosition) - Int(position) - offset))
          }
        }
      }
    }
    return least
  }
}
