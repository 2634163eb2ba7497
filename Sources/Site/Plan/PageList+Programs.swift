import PostMortems
import Diagnostics
import KnowledgeBase

extension PageList {
  /// What the site holds for programs: news, an index and a twin of each document.
  static func programFiles(_ site: SiteSource) -> [PlannedPage] {
    feeds(site) + twins(site) + [
      PlannedPage(path: SitePaths.assistants) { $0 += AssistantsFile.document(in: site) },
      PlannedPage(path: SitePaths.index) { $0 += IndexFile.document(in: site) },
    ]
  }

  private static func feeds(_ site: SiteSource) -> [PlannedPage] {
    let times = FeedTimes(site.knowledgeBase)
    return FeedScope.all(site.knowledgeBase).flatMap { scope in
      [
        PlannedPage(path: scope.atom) { $0 += AtomFeed.document(Feed(scope, times, in: site, file: scope.atom)) },
        PlannedPage(path: scope.json) { $0 += JSONFeed.document(Feed(scope, times, in: site, file: scope.json)) },
      ]
    }
  }

  private static func twins(_ site: SiteSource) -> [PlannedPage] {
    let base = site.knowledgeBase
    let data = DataTwin(site)
    var taken: Set<String> = []
    return base.postMortems.indices.flatMap { position in
      twins(SitePaths.postMortem(base.postMortems[position].slug), { MarkdownTwin.postMortem(position, in: site) }) {
        data.postMortem(position)
      }
    }
      + base.causes.all.flatMap { cause in
        twins(SitePaths.cause(cause.slug), { MarkdownTwin.cause(cause, in: site) }) { data.cause(cause) }
      }
      + base.plan.filter { taken.insert($0.slug).inserted }.flatMap { page in
        twins(SitePaths.planPage(page.slug), { MarkdownTwin.planPage(page, in: site) }) { data.planPage(page) }
      }
  }

  private static func twins(
    _ page: String, _ markdown: @escaping @Sendable () -> [UInt8], data: @escaping @Sendable () -> JSONValue
  ) -> [PlannedPage] {
    [
      PlannedPage(path: SitePaths.markdown(of: page)) { $0 += markdown() },
      PlannedPage(path: SitePaths.data(of: page)) { $0 += Array(data().compact.utf8) + [0x0A] },
    ]
  }
}
