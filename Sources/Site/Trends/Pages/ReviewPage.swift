internal import Diagnostics
internal import KnowledgeBase
internal import Language
internal import PostMortems
internal import Statistics
internal import Templates

/// A quarter or a year on two printed pages: what hurt, what came back, what was promised and kept, what to decide.
struct ReviewPage: TemplateView {
  let page: PageFrame
  let title: String
  let isRunning: Bool
  let sections: [ReviewSectionView]
  let earlier: LinkView?
  let later: LinkView?

  init(_ review: Review, periods: [Period], of scope: ScopeEntry? = nil, _ site: SiteSource) {
    let folder = scope?.folder ?? TrendPaths.folder
    let title = say("Review of \(review.period.words)") + (scope.map { ": \($0.title)" } ?? "")
    let frame = site.frames.frame(
      TrendPaths.review(review.period, in: folder), title: title, area: .trends)
    page = frame
    self.title = title
    isRunning = review.isRunning
    let writer = ReviewWriter(review: review, base: site.knowledgeBase, root: frame.root)
    sections = [writer.hurt, writer.cameBack, writer.promises, writer.decisions]
    let same = periods.filter { $0.unit == review.period.unit }
    func link(_ period: Period?) -> LinkView? {
      period.map { LinkView($0.label, href: frame.root + TrendPaths.review($0, in: folder)) }
    }
    earlier = link(same.first { $0 < review.period })
    later = link(same.last { $0 > review.period })
  }

  static let schema = ViewSchema<Self>(
    .view("page", \.page), .text("title", \.title), .flag("isRunning", \.isRunning), .list("sections", \.sections),
    .view("earlier", \.earlier), .view("later", \.later))
}

/// One of the four parts of a review.
struct ReviewSectionView: TemplateView {
  let id: String
  let title: String
  let sentences: [String]
  let table: DataTableView?

  static let schema = ViewSchema<Self>(
    .text("id", \.id), .text("title", \.title), .list("sentences", \.sentences), .view("table", \.table))
}

/// Puts a review into words and tables short enough for two printed pages.
struct ReviewWriter {
  let review: Review
  let base: KnowledgeBase
  let root: String

  private static let longest = 8

  var hurt: ReviewSectionView {
    var sentences = [review.comparison.map { IncidentWords.headline($0) + "." } ?? countSentence]
    if !review.impact.rows.isEmpty {
      let total = MinuteWords.text(review.impact.total)
      sentences.append(
        say(
          """
          \(total) of customer impact in \(CountWords.text(review.impact.rows.count, "incident")) that state \
          it.
          """))
    }
    if !review.nearMisses.isEmpty || !review.drills.isEmpty {
      let near = CountWords.text(review.nearMisses.count, "near miss", plural: "near misses")
      sentences.append(say("Counted apart: \(near) and \(CountWords.text(review.drills.count, "drill"))."))
    }
    let minutes = Dictionary(
      review.impact.rows.map { ($0.position, $0.minutes) }, uniquingKeysWith: { first, _ in first })
    let rows = review.incidents.prefix(Self.longest).map { position in
      let postMortem = base.postMortems[position]
      return [
        link(position), DataTable.Cell(date(position)), DataTable.Cell(postMortem.severity?.name ?? ""),
        DataTable.Cell(services(postMortem)),
        DataTable.Cell(minutes[position].map { CountWords.number($0) } ?? ""),
      ]
    }
    return section(
      "hurt", say("What hurt"), sentences + more(review.incidents.count, "incident"),
      [say("Incident"), say("Date"), say("Severity"), say("Services"), say("Impact minutes")], rows)
  }

  /// The first two: more would cost lines of paper.
  private func services(_ postMortem: PostMortem) -> String {
    let rest = postMortem.services.count - 2
    return postMortem.services.prefix(2).joined(separator: ", ") + (rest > 0 ? say(" and \(rest) more") : "")
  }

  private var countSentence: String {
    say(
      """
      \(CountWords.text(review.incidents.count, "incident"))\(review.isRunning ? say(" so far") : ""); \
      nothing to compare with.
      """)
  }

  var cameBack: ReviewSectionView {
    let recurring = review.recurrences.recurring
    var sentences = [
      say(
        """
        \(ShareWords.text(review.recurrences.share, say("incidents with a known cause"))) had one that had \
        struck within the year before.
        """)
    ]
    if review.recurrences.rows.isEmpty { sentences = [say("No incident with a known cause.")] }
    for state in [BrokenPromise.State.open, .done] {
      let count = Set(review.brokenPromises.filter { $0.state == state }.map(\.incident)).count
      if count > 0 {
        sentences.append(
          state == .open
            ? say("\(CountWords.text(count, "incident")) struck while an action item against the cause was open.")
            : say("\(CountWords.text(count, "incident")) struck after an action item against the cause was done.")
        )
      }
    }
    let rows = recurring.reversed().prefix(Self.longest).compactMap { row -> [DataTable.Cell]? in
      guard let earlier = row.earlier else { return nil }
      return [
        link(row.position), DataTable.Cell(date(row.position)), cause(earlier.cause), link(earlier.position),
        DataTable.Cell(DateWords.gap(days: earlier.gapDays)),
      ]
    }
    return section(
      "came-back", say("What came back"), sentences + more(recurring.count, "recurrence"),
      [say("Incident"), say("Date"), say("Cause"), say("Struck before in"), say("Gap")], rows)
  }

  var promises: ReviewSectionView {
    let promised = review.promised
    let reported = review.reported
    let kept = CountWords.text(review.kept.count, "action item")
    let missed = CountWords.number(review.missed.count)
    let sentences = [
      promised.all.isEmpty
        ? reported == 0
          ? say("No action item was promised.")
          : say(
            reported,
            one:
              "Nothing was promised here: the \(CountWords.number(reported)) action item of these reports is other organisations' own.",
            other:
              "Nothing was promised here: the \(CountWords.number(reported)) action items of these reports are other organisations' own."
          )
        : say(
          """
          \(CountWords.text(promised.accepted.count, "action item")) promised by these post-mortems: \
          \(promised.done.count) done, \(promised.open.count) open, \(promised.declined.count) declined, \
          \(promised.unstated.count) without a state.
          """),
      reported > 0 && promised.all.isEmpty && review.kept.isEmpty && review.missed.isEmpty
        ? ""
        : say(
          review.missed.count,
          one: "\(kept) of any age done in the period; \(missed) action item fell due in it and is not done.",
          other: "\(kept) of any age done in the period; \(missed) action items fell due in it and are not done."),
    ].filter { !$0.isEmpty }
    return section(
      "promises", say("What was promised and kept"), sentences + more(review.missed.count, "missed item"),
      [say("Not done"), say("Incident"), say("Team"), say("Due"), say("Days late")],
      review.missed.prefix(Self.longest).map(overdueRow))
  }

  var decisions: ReviewSectionView {
    let grave = review.promised.overdue.filter { place in
      (base.postMortems[base.actions.entries[place].postMortem].severity?.rank ?? .max) <= 2
    }
    var sentences: [String] = []
    if !grave.isEmpty {
      sentences.append(
        say(
          """
          Do, move or decline \(CountWords.text(grave.count, "overdue action item")) of the two gravest \
          severities.
          """))
    }
    for cause in review.unanswered.prefix(5) {
      sentences.append(
        say(
          """
          Promise something against '\(base.causes.cause(cause)?.title ?? cause)', which came back and has \
          no open action item.
          """)
      )
    }
    for cause in review.outlasting.prefix(3) {
      sentences.append(
        say(
          """
          Look for a stronger measure against '\(base.causes.cause(cause)?.title ?? cause)', which struck \
          after its action item was done.
          """)
      )
    }
    if sentences.isEmpty { sentences = [say("Nothing in these numbers asks for a decision.")] }
    return section(
      "decide", say("What to decide"), sentences,
      [say("Overdue"), say("Incident"), say("Team"), say("Due"), say("Days late")],
      grave.prefix(Self.longest).map(overdueRow))
  }

  private func overdueRow(_ place: Int) -> [DataTable.Cell] {
    let entry = base.actions.entries[place]
    return [
      DataTable.Cell(entry.item.text, path: SitePaths.postMortem(base.postMortems[entry.postMortem].slug)),
      DataTable.Cell(date(entry.postMortem)), DataTable.Cell(entry.team ?? ""),
      DataTable.Cell(entry.item.due.map { DateWords.short($0.value) } ?? ""),
      DataTable.Cell(entry.overdueDays.map(String.init) ?? ""),
    ]
  }

  private func section(
    _ id: String, _ title: String, _ sentences: [String], _ columns: [String], _ rows: [[DataTable.Cell]]
  ) -> ReviewSectionView {
    let table = rows.isEmpty ? nil : DataTableView(DataTable(columns: columns, rows: rows), caption: title, root: root)
    return ReviewSectionView(id: id, title: title, sentences: sentences.map(Unbroken.text), table: table)
  }

  private func more(_ count: Int, _ noun: String) -> [String] {
    count > Self.longest ? [say("The table holds \(Self.longest) of \(CountWords.text(count, noun)).")] : []
  }

  private func link(_ position: Int) -> DataTable.Cell {
    DataTable.Cell(base.postMortems[position].title, path: SitePaths.postMortem(base.postMortems[position].slug))
  }

  private func cause(_ slug: String) -> DataTable.Cell {
    DataTable.Cell(base.causes.cause(slug)?.title ?? slug, path: SitePaths.cause(slug))
  }

  private func date(_ position: Int) -> String {
    base.postMortems[position].day.map { DateWords.short($0) } ?? ""
  }
}
