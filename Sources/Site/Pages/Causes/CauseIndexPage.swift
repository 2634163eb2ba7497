import Diagnostics
import KnowledgeBase
import Language
import Markdown
import PostMortems
import Templates

/// The index of causes: those that came back, those seen once, those that only contributed.
struct CauseIndexView: TemplateView {
  let page: PageFrame
  let recurring: [CauseRow]
  let single: [CauseRow]
  let contributing: [CauseRow]
  let unused: [CauseRow]

  static let schema = ViewSchema<Self>(
    .view("page", \.page), .list("recurring", \.recurring), .list("single", \.single),
    .list("contributing", \.contributing), .list("unused", \.unused))
}

/// A cause as one line of a list.
struct CauseRow: TemplateView {
  let title: String
  let href: String
  /// Its definition's first sentence or so; empty without a record.
  let definition: String
  let status: String?
  let count: String
  let lastSeen: TimeView?
  let openActions: String?
  let hasRecord: Bool
  /// Dots on a strip of the whole knowledge base's years; nil for fewer than two.
  let strip: [UInt8]?

  init(_ cause: Cause, _ site: SiteSource, root: String) {
    let knowledgeBase = site.knowledgeBase
    title = cause.title
    href = root + SitePaths.cause(cause.slug)
    definition = cause.record.map { Excerpt.text(Self.definition($0), limit: 170) } ?? ""
    let isContradicted = knowledgeBase.strikeSinceFixed(cause) != nil
    status = cause.record?.status.map {
      let word = VocabularyWords.text($0.value)
      return isContradicted ? say("\(word), but struck since") : word
    }
    let uses = cause.occurrences.isEmpty ? cause.contributions : cause.occurrences
    count = CountWords.text(uses.count, "incident")
    lastSeen = uses.compactMap { knowledgeBase.postMortems[$0].day }.max().map { TimeView($0) }
    let open = CauseActions.entries(addressing: cause, knowledgeBase).filter { $0.isPromise && $0.isOpen }.count
    openActions = open == 0 ? nil : CountWords.text(open, "open action")
    hasRecord = cause.record != nil
    strip = cause.occurrences.count > 1 ? StripDrawing.svg(cause.occurrences, site) : nil
  }

  private static func definition(_ record: CauseRecord) -> String {
    let document = record.document
    let paragraph = document.blocks.first { document.nodes[$0].kind == .paragraph }
    guard let paragraph else { return "" }
    return document.plainText(of: paragraph).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  static let schema = ViewSchema<Self>(
    .text("title", \.title), .text("href", \.href), .text("definition", \.definition), .text("status", \.status),
    .text("count", \.count), .view("lastSeen", \.lastSeen), .text("openActions", \.openActions),
    .flag("hasRecord", \.hasRecord), .html("strip", \.strip))
}

/// Builds the index of causes.
enum CauseIndexPage {
  static func view(in site: SiteSource) -> CauseIndexView {
    let root = SitePaths.root(of: SitePaths.causes)
    let all = site.knowledgeBase.causes.all
    func rows(_ matches: (Cause) -> Bool) -> [CauseRow] {
      all.filter(matches).map { CauseRow($0, site, root: root) }
    }
    return CauseIndexView(
      page: site.frames.frame(SitePaths.causes, title: say("Causes"), area: .causes),
      recurring: rows { $0.occurrences.count > 1 }, single: rows { $0.occurrences.count == 1 },
      contributing: rows { $0.occurrences.isEmpty && !$0.contributions.isEmpty },
      unused: rows { $0.occurrences.isEmpty && $0.contributions.isEmpty })
  }
}
