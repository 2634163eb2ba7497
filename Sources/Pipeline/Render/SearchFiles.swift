internal import KnowledgeBase
internal import PostMortems
internal import Search
internal import Site

/// The search index of a knowledge base, made on all workers.
enum SearchFiles {
  static func document(_ postMortem: PostMortem, in knowledgeBase: KnowledgeBase) -> SearchDocument {
    SearchDocuments.document(postMortem, in: knowledgeBase, url: SitePaths.postMortem(postMortem.slug))
  }

  static func index(_ knowledgeBase: KnowledgeBase, workers: Workers) -> SearchIndex {
    let indexed = workers.map(knowledgeBase.postMortems) { postMortem in
      let document = document(postMortem, in: knowledgeBase)
      return (document: document, terms: SearchDocumentTerms(document))
    }
    return SearchIndex(
      indexed.map(\.document), terms: indexed.map(\.terms),
      severities: knowledgeBase.settings.severities.map(\.name))
  }

  static func files(_ knowledgeBase: KnowledgeBase, workers: Workers) -> [OutputFile] {
    index(knowledgeBase, workers: workers).files().map { OutputFile(path: $0.path, content: .bytes($0.bytes)) }
  }
}
