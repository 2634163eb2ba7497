import Diagnostics
import KnowledgeBase
import OpenData
import PostMortems

/// A page as data: the record as exports have it, with the notice and the page's clean text in place of its source.
struct DataTwin {
  private let site: SiteSource

  init(_ site: SiteSource) {
    self.site = site
  }

  func postMortem(_ position: Int) -> [UInt8] {
    let base = site.knowledgeBase
    return document(
      "post-mortem", SitePaths.postMortem(base.postMortems[position].slug), PostMortemJSON.value(position, in: base),
      MarkdownTwin.postMortem(position, in: site))
  }

  func cause(_ cause: Cause) -> [UInt8] {
    document(
      "cause", SitePaths.cause(cause.slug), CauseJSON.value(cause, in: site.knowledgeBase),
      MarkdownTwin.cause(cause, in: site))
  }

  func planPage(_ page: PlanPage) -> [UInt8] {
    document("plan", SitePaths.planPage(page.slug), PlanPageJSON.value(page), MarkdownTwin.planPage(page, in: site))
  }

  private func document(_ kind: String, _ page: String, _ record: JSONValue, _ markdown: [UInt8]) -> [UInt8] {
    let root = site.options.baseURL.map { $0 + "/" } ?? SitePaths.root(of: page)
    let value = JSONValue.object([
      "notice": .string(TwinNotice.text), "kind": .string(kind), "page": .string(root + page),
      "record": Self.withoutSource(record), "markdown": .string(String(decoding: markdown, as: UTF8.self)),
    ])
    return Array(value.text.utf8)
  }

  /// The source holds comments, which are on no page.
  private static func withoutSource(_ record: JSONValue) -> JSONValue {
    guard case .object(let members) = record else { return record }
    return .object(members.filter { $0.key != "body" })
  }
}
