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
      // Both forms lie in one folder, so that the addresses in them are the same.
      let feed = SharedValue(uses: 2) { Feed(scope, times, in: site, file: scope.atom) }
      return [
        PlannedPage(path: scope.atom) { $0 += AtomFeed.document(feed.value) },
        PlannedPage(path: scope.json) { $0 += JSONFeed.document(feed.value) },
      ]
    }
  }

  static func twins(ofPostMortem position: Int, _ site: SiteSource) -> [PlannedPage] {
    twins(
      SitePaths.postMortem(site.knowledgeBase.postMortems[position].slug),
      { MarkdownTwin.postMortem(position, in: site) }
    ) {
      DataTwin(site).postMortem(position)
    }
  }

  /// Those of causes and of the plan.
  private static func twins(_ site: SiteSource) -> [PlannedPage] {
    let base = site.knowledgeBase
    let data = DataTwin(site)
    var taken: Set<String> = []
    return base.causes.all.flatMap { cause in
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
      PlannedPage(path: SitePaths.data(of: page)) { output in
        data().append(to: &output, indent: 0, pretty: false)
        output.append(0x0A)
      },
    ]
  }
}
