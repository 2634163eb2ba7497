/// The searchable form of a knowledge base: answers queries in memory, and as files answers them in the browser.
package struct SearchIndex: Sendable {
  /// Documents in the order among equally good results, newest first.
  let documents: [SearchDocument]
  /// Each of `documents`' index as given.
  let originalIndices: [Int]
  let terms: [SearchDocumentTerms]
  let lists: PostingLists
  let shards: TermShards
  let facets: [FacetValues]
  let vocabulary: Vocabulary
  /// The scale, worst first.
  let severities: [String]

  /// Reads the documents here; `init(_:terms:)` takes terms that were read elsewhere, in parallel.
  package init(_ documents: [SearchDocument], severities: [String] = []) {
    self.init(documents, terms: documents.map(SearchDocumentTerms.init), severities: severities)
  }

  package init(_ documents: [SearchDocument], terms: [SearchDocumentTerms], severities: [String] = []) {
    self.severities = severities
    let order = documents.indices.sorted { SearchIndex.precedes(documents[$0], documents[$1]) }
    originalIndices = order
    self.documents = order.map { documents[$0] }
    self.terms = order.map { terms[$0] }
    lists = PostingLists(self.terms)
    shards = TermShards(lists)
    facets = SearchFacet.allCases.map { [documents = self.documents] in FacetValues($0, of: documents) }
    vocabulary = Vocabulary(lists)
  }

  private static func precedes(_ left: SearchDocument, _ right: SearchDocument) -> Bool {
    if left.date != right.date {
      guard let leftDate = left.date else { return false }
      guard let rightDate = right.date else { return true }
      return rightDate.utf8.lexicographicallyPrecedes(leftDate.utf8)
    }
    return left.url.utf8.lexicographicallyPrecedes(right.url.utf8)
  }

  /// The index as classic scripts, sorted by path.
  package func files() -> [(path: String, bytes: [UInt8])] {
    var files = [
      Manifest.file(documents: documents, shards: shards, severities: severities), FacetValues.file(facets),
      vocabulary.file(lists),
    ]
    files += DocumentStore.files(documents, terms: terms)
    files += shards.bodies.enumerated().map { number, body in
      ("search/terms-\(number).js", Array("debriefTerms(\(number),\"".utf8) + body + Array("\");\n".utf8))
    }
    return files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }
}
