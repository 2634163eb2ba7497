import Diagnostics
import KnowledgeBase
import OpenData
import PostMortems

/// A page as data: the record as exports have it, with the notice, and without its source.
struct DataTwin {
  private let site: SiteSource

  init(_ site: SiteSource) {
    self.site = site
  }

  func postMortem(_ position: Int) -> JSONValue {
    let base = site.knowledgeBase
    return document(
      "post-mortem", SitePaths.postMortem(base.postMortems[position].slug),
      PostMortemJSON.value(position, in: base, hasSource: false))
  }

  func cause(_ cause: Cause) -> JSONValue {
    document("cause", SitePaths.cause(cause.slug), CauseJSON.value(cause, in: site.knowledgeBase))
  }

  func planPage(_ page: PlanPage) -> JSONValue {
    document("plan", SitePaths.planPage(page.slug), PlanPageJSON.value(page))
  }

  private func document(_ kind: String, _ page: String, _ record: JSONValue) -> JSONValue {
    func address(_ page: String) -> JSONValue {
      let name = page.split(separator: "/").last.map(String.init) ?? page
      return .string(site.options.baseURL.map { "\($0)/\(page)" } ?? name)
    }
    return .object([
      "notice": .string(TwinNotice.text), "kind": .string(kind), "page": address(page),
      "markdown": address(SitePaths.markdown(of: page)), "record": Self.withoutSource(record),
    ])
  }

  /// The source holds comments, which are on no page.
  private static func withoutSource(_ record: JSONValue) -> JSONValue {
    guard case .object(let members) = record else { return record }
    return .object(members.filter { $0.key != "body" })
  }
}
