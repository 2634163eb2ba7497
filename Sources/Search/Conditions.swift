/// Quoted phrases, excluded words and `field:value`: what a document must meet to be ranked at all.
extension SearchIndex {
  /// By document, whether it meets all conditions; nil if there are none.
  func allowedDocuments(_ query: SearchQuery) -> [Bool]? {
    guard !(query.phrases.isEmpty && query.excluded.isEmpty && query.filters.isEmpty) else { return nil }
    var allowed = [Bool](repeating: true, count: documents.count)
    func narrow(to set: [Bool], isNegative: Bool) {
      for document in allowed.indices where set[document] == isNegative { allowed[document] = false }
    }
    for phrase in query.phrases { narrow(to: documents(with: phrase, stems: false), isNegative: false) }
    for phrase in query.excluded { narrow(to: documents(with: phrase, stems: true), isNegative: true) }
    for filter in query.filters {
      let isNegative = filter.name.hasPrefix("-")
      let name = isNegative ? String(filter.name.dropFirst()) : filter.name
      narrow(to: documents(with: filter, named: name), isNegative: isNegative)
    }
    return allowed
  }

  private func documents(with phrase: SearchQuery.Phrase, stems: Bool) -> [Bool] {
    var result = [Bool](repeating: false, count: documents.count)
    if phrase.terms.count == 1 {
      for term in variants(of: phrase.terms[0].term, stems: stems) {
        for posting in lists.postings(of: term) { result[Int(lists.documents[posting])] = true }
      }
      return result
    }
    let terms = phrase.terms.compactMap { part in find(part.term).map { (term: $0, offset: part.offset) } }
    guard terms.count == phrase.terms.count,
      let rarest = terms.min(by: { (frequency($0.term), $0.offset) < (frequency($1.term), $1.offset) })
    else { return result }
    for posting in lists.postings(of: rarest.term) {
      let document = Int(lists.documents[posting])
      result[document] = hasPhrase(terms, in: document)
    }
    return result
  }

  /// Whether the terms stand in the document at their distances; terms whose positions are not kept must only occur.
  private func hasPhrase(_ terms: [(term: Int, offset: Int)], in document: Int) -> Bool {
    var starts: Set<Int>?
    for (term, offset) in terms {
      guard let posting = posting(of: term, in: document) else { return false }
      let positions = lists.positions(of: posting)
      if positions.isEmpty { continue }
      let here = Set(positions.map { Int($0) - offset })
      starts = starts?.intersection(here) ?? here
    }
    return starts?.isEmpty != true
  }

  private func documents(with filter: SearchQuery.Filter, named name: String) -> [Bool] {
    if let facet = facets.first(where: { $0.facet.rawValue == name }) { return documents(with: filter, in: facet) }
    var result = [Bool](repeating: !filter.terms.isEmpty, count: documents.count)
    guard let field = SearchField.allCases.first(where: { $0.name == name }) else { return result }
    for word in filter.terms {
      var holds = [Bool](repeating: false, count: documents.count)
      for term in variants(of: word, stems: true) {
        for posting in lists.postings(of: term) where isPosting(posting, in: field) {
          holds[Int(lists.documents[posting])] = true
        }
      }
      for document in result.indices where !holds[document] { result[document] = false }
    }
    return result
  }

  private func isPosting(_ posting: Int, in field: SearchField) -> Bool {
    let positions = lists.positions(of: posting)
    let fields = fields[Int(lists.documents[posting])]
    return positions.isEmpty || positions.contains { position in fields.last { $0.start <= position }?.field == field }
  }

  /// Documents with a value that is the one given, or, if there is no such value, that holds its words.
  private func documents(with filter: SearchQuery.Filter, in facet: FacetValues) -> [Bool] {
    var result = [Bool](repeating: false, count: documents.count)
    let values = facet.values.map { value in
      (words: QueryTokens.tokens(value.name).filter { !$0.isWhole }.map(\.term), documents: value.documents)
    }
    let equal = values.filter { $0.words == filter.terms }
    let chosen = equal.isEmpty ? values.filter { value in filter.terms.allSatisfy(value.words.contains) } : equal
    for value in chosen { for document in value.documents { result[document] = true } }
    return result
  }

  /// The term and, where asked, its other forms.
  private func variants(of term: [UInt8], stems: Bool) -> [Int] {
    (find(term).map { [$0] } ?? []) + (stems ? stemVariants(of: term).map(\.term) : [])
  }
}
