import Diagnostics
import KnowledgeBase
import Language
import Markdown
import PostMortems

/// Builds the page of one post-mortem.
enum PostMortemPage {
  static func view(of position: Int, in site: SiteSource) -> PostMortemView {
    let postMortem = site.knowledgeBase.postMortems[position]
    let path = SitePaths.postMortem(postMortem.slug)
    let root = SitePaths.root(of: path)
    let draft = postMortem.draft
    let body = DocumentBody(draft.document, site: site, root: root, title: draft.title.span)
    let segments = BodySegments(
      body: body, draft: draft, entries: site.knowledgeBase.actions.items(of: position), site: site, root: root,
      chart: TimelineDrawing(postMortem)?.view())
    let parents = postMortem.day.map { [(text: "\($0.year)", path: site.paths.year($0.year))] } ?? []
    return PostMortemView(
      page: site.frames.frame(
        path, title: postMortem.title, area: .incidents, parents: parents,
        description: postMortem.summary.isEmpty ? nil : Excerpt.text(postMortem.summary, limit: 200),
        published: postMortem.day?.iso, forms: .twins),
      titleID: body.titleID, title: postMortem.title, glance: GlanceView(postMortem, site, root: root),
      help: HelpView(postMortem, site, root: root), similar: similar(position, site, root),
      segments: segments.segments(), footnotes: body.footnotes, isEmpty: body.blocks.isEmpty,
      exercise: site.hasExercise(position) ? root + SitePaths.exercise(postMortem.slug) : nil,
      neighbours: neighbours(position, site, root), contents: body.contents(),
      lacks: site.findings[postMortem.file].sorted().map { FindingView($0, root: root) },
      source: source(draft.file, id: postMortem.id, site))
  }

  static func source(_ file: String, id: String?, _ site: SiteSource) -> SourceView {
    let href = site.knowledgeBase.settings.editURL.map {
      $0.replacing("{file}", with: PercentEncoding.encodedPath(file))
    }
    return SourceView(file: file, editHref: href.flatMap { LinkPolicy.judge($0) == .external ? $0 : nil }, id: id)
  }

  private static func similar(_ position: Int, _ site: SiteSource, _ root: String) -> [SimilarView] {
    site.knowledgeBase.related.of(position, limit: 5).map { relation in
      SimilarView(
        incident: IncidentRow(relation.postMortem, site, root: root), reasons: relation.reasons.prefix(3).map(\.text),
        mitigation: PastMitigation.text(
          site.knowledgeBase.postMortems[relation.postMortem], word: VocabularyWords.text))
    }
  }

  /// For each root cause that struck more than once, the occurrences around this one.
  private static func neighbours(_ position: Int, _ site: SiteSource, _ root: String) -> [NeighbourView] {
    let knowledgeBase = site.knowledgeBase
    var seen: Set<String> = []
    return knowledgeBase.postMortems[position].fields.rootCauses.compactMap { name in
      guard let cause = knowledgeBase.causes.cause(name.value), seen.insert(cause.slug).inserted,
        cause.occurrences.count > 1, let place = index(of: position, in: cause.occurrences)
      else { return nil }
      let count = cause.occurrences.count
      let later = place > 0 ? cause.occurrences[place - 1] : nil
      let earlier = place + 1 < count ? cause.occurrences[place + 1] : nil
      return NeighbourView(
        cause: LinkView(cause.title, href: root + SitePaths.cause(cause.slug)),
        position: say("\(count - place) of \(count)"), earlier: earlier.map { IncidentRow($0, site, root: root) },
        later: later.map { IncidentRow($0, site, root: root) },
        earlierGap: earlier.flatMap { gap($0, position, knowledgeBase) },
        laterGap: later.flatMap { gap(position, $0, knowledgeBase) },
        verdict: verdict(position, cause, knowledgeBase))
    }
  }

  /// What the promises against a cause were worth here; nil where none was tested.
  private static func verdict(_ position: Int, _ cause: Cause, _ knowledgeBase: KnowledgeBase) -> String? {
    guard let again = knowledgeBase.recurrences.verdict(on: position, of: cause.slug), again.place == .here else {
      return nil
    }
    let words = RecurrenceWords.verdict(again)
    return "\(words.prefix(1).uppercased() + words.dropFirst()). \(RecurrenceWords.reason(again, knowledgeBase))"
  }

  /// The place of a number among ascending ones.
  private static func index(of position: Int, in ascending: [Int]) -> Int? {
    var (low, high) = (0, ascending.count)
    while low < high {
      let middle = (low + high) / 2
      if ascending[middle] < position { low = middle + 1 } else { high = middle }
    }
    return low < ascending.count && ascending[low] == position ? low : nil
  }

  private static func gap(_ first: Int, _ second: Int, _ knowledgeBase: KnowledgeBase) -> String? {
    guard let start = knowledgeBase.postMortems[first].day, let end = knowledgeBase.postMortems[second].day else {
      return nil
    }
    return DateWords.gap(days: end.daysSinceEpoch - start.daysSinceEpoch)
  }
}
