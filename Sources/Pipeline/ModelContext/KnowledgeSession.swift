internal import PostMortems
internal import Diagnostics
internal import KnowledgeBase
internal import Site

/// One knowledge base that is asked many questions; what takes long is made when the first question needs it.
final class KnowledgeSession {
  let base: KnowledgeBase
  private let reading: Reading
  private let jobs: Int
  private let baseURL: String?

  init(_ reading: Reading, jobs: Int) {
    self.reading = reading
    self.jobs = jobs
    base = reading.knowledgeBase
    baseURL = SiteAddresses.base(reading.settings.settings.baseURL)
  }

  private(set) lazy var search = TerminalSearch(reading, jobs: jobs)
  private(set) lazy var twins = DocumentTwins(base, baseURL: baseURL)

  /// The post-mortems that are like the text of one that is not in the knowledge base.
  func relations(toText text: String, limit: Int) -> [Relation] {
    SimilarQuery.relations(toText: Array(text.utf8), path: "draft.md", in: reading, limit: limit)
  }

  func document(_ name: String) throws(ToolFailure) -> TwinDocument {
    if let document = twins.document(name) { return document }
    let near = twins.suggestion(for: name).map { "; did you mean '\($0)'?" } ?? ""
    throw ToolFailure("nothing is called '\(Visible.text(name))'\(near) Ask 'search' for what is there.")
  }

  /// The position of a post-mortem by any of its names.
  func postMortem(_ name: String) throws(ToolFailure) -> Int {
    let document = try document(name)
    guard case .postMortem(let position) = document else {
      throw ToolFailure("'\(Visible.text(name))' is no post-mortem")
    }
    return position
  }
}
