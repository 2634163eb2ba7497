/// The searchable form of a knowledge base: answers queries in memory, and as files answers them in the browser.
package struct SearchIndex: Sendable {
  /// Documents in the order among equally good results, newest first.
  let documents: [SearchDocument]
  /// Each of `documents`' index as given.
  let originalIndices: [Int]
  /// First position of each field that has text, by document.
  let fields: [[(field: SearchField, start: UInt16)]]
  let lists: PostingLists
  let shards: TermShards
  let facets: [FacetValues]
  let vocabulary: Vocabulary
  /// The scale, worst first.
  let severities: [String]

  /// Reads the documents here; `SearchCollection` takes terms that were read elsewhere, in parallel.
  package init(_ documents: [SearchDocument], severities: [String] = []) {
    var collection = SearchCollection(count: documents.count)
    for document in documents { collection.add(document, SearchDocumentTerms(document)) }
    self.init(collection, severities: severities)
  }

  package init(_ collection: consuming SearchCollection, severities: [String] = []) {
    self.severities = severities
    let documents = collection.documents
    let order = documents.indices.sorted { SearchIndex.precedes(documents[$0], documents[$1]) }
    originalIndices = order
    self.documents = order.map { documents[$0] }
    collection.terms.addSlips()
    fields = order.map { [terms = collection.terms] in terms.documents[$0].fields }
    lists = PostingLists(collection.terms, order: order)
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
    files += DocumentStore.files(documents, fields: fields)
    files += shards.bodies.enumerated().map { number, body in
      ("search/terms-\(number).js", Array("debriefTerms(\(number),\"".utf8) + body + Array("\");\n".utf8))
    }
    return files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }
}
