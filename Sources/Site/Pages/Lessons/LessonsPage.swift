import Diagnostics
import KnowledgeBase
import Language
import PostMortems
import Templates

/// Where luck helped and what surprised, over all post-mortems or those of one year.
struct LessonsView: TemplateView {
  let page: PageFrame
  let title: String
  let lead: String
  /// Links to the years where all do not fit on one page.
  let years: [LinkView]
  let rows: [LessonRow]

  static let schema = ViewSchema<Self>(
    .view("page", \.page), .text("title", \.title), .text("lead", \.lead), .list("years", \.years),
    .list("rows", \.rows))
}

/// One post-mortem with its words on luck and surprise.
struct LessonRow: TemplateView {
  let title: String
  let href: String
  let severity: SeverityView?
  let date: TimeView?
  let lucky: [UInt8]?
  let surprised: [UInt8]?

  static let schema = ViewSchema<Self>(
    .text("title", \.title), .text("href", \.href), .view("severity", \.severity), .view("date", \.date),
    .html("lucky", \.lucky), .html("surprised", \.surprised))

  /// Nil where the document says neither.
  init?(_ position: Int, _ site: SiteSource, root: String) {
    let postMortem = site.knowledgeBase.postMortems[position]
    let home = SitePaths.postMortem(postMortem.slug)
    func html(_ role: SectionRole) -> [UInt8]? {
      postMortem.draft.section(role).flatMap {
        SectionExcerpt.html(
          $0, of: postMortem.draft.document, home: home, prefix: "\(postMortem.slug).\(role.rawValue).", site: site,
          root: root, level: 4)
      }
    }
    lucky = html(.lucky)
    surprised = html(.surprised)
    if lucky == nil, surprised == nil { return nil }
    title = postMortem.title
    href = root + home
    severity = postMortem.severity.map { SeverityView($0, site.knowledgeBase.settings) }
    date = postMortem.day.map { TimeView($0) }
  }
}

/// Builds the page on luck and surprise, and one a year where one page would be too long.
struct LessonsPage {
  /// More than these are cut into years.
  static let limit = 80

  private let site: SiteSource
  /// Of published documents with such a section, newest first.
  private let positions: [Int]

  init(_ site: SiteSource) {
    self.site = site
    positions = site.knowledgeBase.postMortems.indices.filter { position in
      let postMortem = site.knowledgeBase.postMortems[position]
      return postMortem.status == .published
        && [SectionRole.lucky, .surprised].contains { postMortem.draft.section($0) != nil }
    }
  }

  /// The years that have a page of their own, newest first.
  var years: [Int] {
    guard positions.count > Self.limit else { return [] }
    return Set(positions.compactMap { site.knowledgeBase.postMortems[$0].day?.year }).sorted(by: >)
  }

  func index() -> LessonsView {
    let count = CountWords.number(positions.count)
    let names = say(
      positions.count, one: "\(count) post-mortem names its own.", other: "\(count) post-mortems name their own.")
    let part =
      positions.count > Self.limit ? " " + say("The newest \(Self.limit) stand here, all of them by year.") : ""
    return view(
      SitePaths.lessons, title: say("Luck and surprises"),
      lead: "\(Self.why) \(names)\(part)",
      positions: Array(positions.prefix(Self.limit)))
  }

  func page(of year: Int) -> LessonsView {
    view(
      SitePaths.lessons(year), title: say("Luck and surprises, \(year)"), lead: Self.why,
      positions: positions.filter { site.knowledgeBase.postMortems[$0].day?.year == year },
      parents: [(say("Luck and surprises"), SitePaths.lessons)])
  }

  private static var why: String {
    say(
      """
      Luck is a control that nobody built, and a surprise is a gap between the system and our picture of it: the next \
      incident starts there.
      """)
  }

  private func view(
    _ path: String, title: String, lead: String, positions: [Int], parents: [(text: String, path: String)] = []
  ) -> LessonsView {
    let root = SitePaths.root(of: path)
    return LessonsView(
      page: site.frames.frame(path, title: title, area: .incidents, parents: parents), title: title, lead: lead,
      years: years.map { LinkView("\($0)", href: root + SitePaths.lessons($0)) },
      rows: positions.compactMap { LessonRow($0, site, root: root) })
  }
}
