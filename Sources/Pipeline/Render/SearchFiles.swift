internal import KnowledgeBase
internal import PostMortems
internal import Search
internal import Site

/// The search index of a knowledge base, made on all workers.
enum SearchFiles {
  static func document(_ postMortem: PostMortem, in knowledgeBase: KnowledgeBase) -> SearchDocument {
    SearchDocuments.document(postMortem, in: knowledgeBase, url: SitePaths.postMortem(postMortem.slug))
  }

  /// A stretch of post-mortems at a time, so that no more than their words are held twice.
  static func index(_ knowledgeBase: KnowledgeBase, workers: Workers) -> SearchIndex {
    let postMortems = knowledgeBase.postMortems
    var collection = SearchCollection(count: postMortems.count)
    for start in stride(from: 0, to: postMortems.count, by: stretch) {
      let indexed = workers.map(Array(postMortems[start..<min(start + stretch, postMortems.count)])) {
        postMortem in
        let document = document(postMortem, in: knowledgeBase)
        return (document: document.shortened(among: postMortems.count), terms: SearchDocumentTerms(document))
      }
      for (document, terms) in indexed { collection.add(document, terms) }
    }
    return SearchIndex(collection, severities: knowledgeBase.settings.severities.map(\.name))
  }

  private static let stretch = 256

  static func files(_ knowledgeBase: KnowledgeBase, workers: Workers) -> [OutputFile] {
    // Copies, because what arrays grow ahead would be held until everything is written.
    index(knowledgeBase, workers: workers).files().map { path, bytes in
      OutputFile(path: path, content: .bytes(bytes.withUnsafeBufferPointer { Array($0) }))
    }
  }
}
