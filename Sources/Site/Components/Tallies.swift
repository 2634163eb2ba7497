import Diagnostics
import KnowledgeBase
import PostMortems

/// What the incidents of a service or a team have in common.
enum Tallies {
  /// Root causes, most frequent first.
  static func causes(of positions: [Int], _ site: SiteSource, root: String, limit: Int = 8) -> [CountRow] {
    var counts: [String: Int] = [:]
    for position in positions {
      let slugs = site.knowledgeBase.postMortems[position].fields.rootCauses.map {
        site.knowledgeBase.causes.canonical($0.value)
      }
      for slug in Set(slugs) { counts[slug, default: 0] += 1 }
    }
    return ranked(counts).prefix(limit).compactMap { slug, count in
      site.knowledgeBase.causes.cause(slug).map { cause in
        CountRow(
          name: LinkView(cause.title, href: root + SitePaths.cause(cause.slug)), count: count,
          note: CountWords.text(count, "incident"))
      }
    }
  }

  /// Other services that the same incidents touched.
  static func services(of positions: [Int], except own: String, _ site: SiteSource, root: String) -> [CountRow] {
    var counts: [String: Int] = [:]
    for position in positions {
      for service in site.knowledgeBase.postMortems[position].services where service != own {
        counts[service, default: 0] += 1
      }
    }
    return ranked(counts).prefix(8).map { name, count in
      CountRow(
        name: CatalogueLinks.service(name, site, root: root), count: count, note: CountWords.text(count, "incident"))
    }
  }

  /// Promises that are still to be kept, overdue ones first; nil for none.
  static func openActions(of positions: [Int], _ site: SiteSource, root: String) -> ActionTable? {
    let entries = positions.flatMap { site.knowledgeBase.actions.items(of: $0) }.filter { $0.isPromise && $0.isOpen }
    return ActionTable(open: ActionTable.overdueFirst(entries), site, root: root)
  }

  private static func ranked(_ counts: [String: Int]) -> [(key: String, value: Int)] {
    counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
  }
}
