internal import KnowledgeBase
internal import PostMortems
internal import Search

/// The search of the site, asked from a terminal.
package struct TerminalSearch: Sendable {
  /// A post-mortem that answers.
  package struct Result: Sendable {
    package let file: String
    package let id: String
    package let title: String
    package let date: String?
    package let severity: String?
    /// What stopped the harm, in one line.
    package let mitigation: String?
    package let score: Int
    /// Which words were found where.
    package let why: String
  }

  package struct Answer: Sendable {
    /// Best first.
    package let results: [Result]
    package let total: Int
    package let suggestion: String?
    /// Whether no post-mortem holds the quoted phrase, so that these were found by its words.
    package let isRelaxed: Bool
  }

  private let knowledgeBase: KnowledgeBase
  private let index: SearchIndex

  package init(_ reading: Reading, jobs: Int) {
    knowledgeBase = reading.knowledgeBase
    index = SearchFiles.index(reading.knowledgeBase, workers: Workers(count: jobs))
  }

  package func answer(_ query: String, limit: Int, isPaste: Bool = false) -> Answer {
    let answer = index.answer(query, limit: limit, isPaste: isPaste)
    return Answer(
      results: answer.hits.map(result), total: answer.total, suggestion: answer.suggestion,
      isRelaxed: answer.isRelaxed)
  }

  private func result(_ hit: SearchHit) -> Result {
    let postMortem = knowledgeBase.postMortems[hit.document]
    let document = SearchFiles.document(postMortem, in: knowledgeBase)
    let why = hit.why.map { "\($0.words.joined(separator: ", ")) in \($0.field.name)" }.joined(separator: "; ")
    return Result(
      file: postMortem.file, id: postMortem.id, title: postMortem.title, date: document.date,
      severity: document.severity, mitigation: document.mitigation, score: hit.score, why: why)
  }
}
