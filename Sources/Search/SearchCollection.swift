/// The documents of an index as they come, each reduced at once to what the index keeps of it.
package struct SearchCollection: Sendable {
  private(set) var documents: [SearchDocument] = []
  var terms = CollectedTerms()

  package init(count: Int) {
    documents.reserveCapacity(count)
    terms.reserve(count)
  }

  /// - Parameter document: with the texts that results show, see `SearchDocument.shortened`.
  package mutating func add(_ document: SearchDocument, _ terms: SearchDocumentTerms) {
    self.terms.add(terms)
    documents.append(document)
  }
}

extension SearchDocument {
  /// With no more of its texts than results show of one document among many.
  package func shortened(among count: Int) -> SearchDocument {
    var short = self
    short.fields = DocumentStore.excerpts(self, limit: DocumentStore.excerptBytes(count: count))
    return short
  }
}
