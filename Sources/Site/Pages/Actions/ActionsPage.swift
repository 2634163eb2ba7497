import Diagnostics
import KnowledgeBase
import PostMortems
import Templates

/// The board of all promises, as sections of one page.
struct ActionsView: TemplateView {
  let page: PageFrame
  let summary: String
  let sections: [ActionSection]
  let reported: ReportedActions?

  static let schema = ViewSchema<Self>(
    .view("page", \.page), .text("summary", \.summary), .list("sections", \.sections),
    .view("reported", \.reported))
}

/// Promises in the same state.
struct ActionSection: TemplateView {
  let id: String
  let title: String
  let explanation: String
  let count: Int
  let table: ActionTable
  /// How many more there are than the table shows; nil where it shows all.
  let left: String?

  static let schema = ViewSchema<Self>(
    .text("id", \.id), .text("title", \.title), .text("explanation", \.explanation), .number("count", \.count),
    .view("table", \.table), .text("left", \.left))
}

/// What other organisations said that they would do: lessons, not promises of this one.
struct ReportedActions: TemplateView {
  let words: String
  let table: ActionTable

  static let schema = ViewSchema<Self>(.text("words", \.words), .view("table", \.table))
}

/// Builds the board of promises.
enum ActionsPage {
  /// More rows than this in a section make the page too heavy to open.
  static let most = 200

  static func view(in site: SiteSource) -> ActionsView {
    let promises = site.knowledgeBase.actions.entries.filter(\.isPromise)
    let reported = site.knowledgeBase.actions.entries.filter { !$0.isPromise }
    let root = SitePaths.root(of: SitePaths.actions)
    return ActionsView(
      page: site.frames.frame(SitePaths.actions, title: "Actions", area: .actions),
      summary: summary(promises, site.knowledgeBase.asOf) + ticketAge(site.knowledgeBase.ticketsAsOf),
      sections: Board(promises, asOf: site.knowledgeBase.asOf).columns.filter { !$0.entries.isEmpty }.map { column in
        ActionSection(
          id: column.id, title: column.title, explanation: column.explanation, count: column.entries.count,
          table: ActionTable(rows: column.entries.prefix(most).map { ActionRow($0, site, root: root) }),
          left: column.entries.count > most ? CountWords.text(column.entries.count - most, "more item") : nil)
      },
      reported: reported.isEmpty
        ? nil
        : ReportedActions(
          words: CountWords.text(reported.count, "action item"),
          table: ActionTable(rows: reported.prefix(most).map { ActionRow($0, site, root: root) })))
  }

  /// What trackers said may be out of date, so its day is told.
  private static func ticketAge(_ day: Day?) -> String {
    day.map { " Tickets are as their tracker had them on \(DateWords.long($0))." } ?? ""
  }

  static func summary(_ promises: [LedgerEntry], _ asOf: Day) -> String {
    guard !promises.isEmpty else { return "No promise is recorded." }
    let open = promises.filter(\.isOpen).count
    let overdue = promises.filter { $0.overdueDays != nil }.count
    let done = promises.filter { $0.item.state == .done }.count
    var words = "\(CountWords.text(promises.count, "promise")): \(CountWords.number(open)) still open"
    if overdue > 0 { words += ", \(CountWords.number(overdue)) of them overdue" }
    return "\(words); \(CountWords.number(done)) done. As of \(DateWords.long(asOf))."
  }
}

/// The columns of the board; each promise stands in one of them.
struct Board {
  struct Column {
    let id: String
    let title: String
    let explanation: String
    var entries: [LedgerEntry] = []
  }

  private(set) var columns = [
    Column(id: "overdue", title: "Overdue", explanation: "Past their date, latest first."),
    Column(id: "soon", title: "Due within 30 days", explanation: "Next date first."),
    Column(id: "later", title: "Due later", explanation: "Next date first."),
    Column(
      id: "vague", title: "No owner or no date",
      explanation: "Open, or without a stated state, and nobody is named or no day is set."),
    Column(id: "done", title: "Done in the last 90 days", explanation: "Newest first."),
    Column(id: "closed", title: "Done earlier", explanation: "With those whose day is not stated."),
    Column(id: "declined", title: "Declined or superseded", explanation: "With the reason, where one is given."),
  ]

  init(_ promises: [LedgerEntry], asOf: Day) {
    for entry in promises { columns[Self.place(of: entry, asOf)].entries.append(entry) }
    sort(0) { ($1.overdueDays ?? 0) < ($0.overdueDays ?? 0) }
    for place in [1, 2] { sort(place) { Self.before($0.item.due?.value, $1.item.due?.value) } }
    for place in [4, 5] { sort(place) { Self.before($1.item.done?.value, $0.item.done?.value) } }
  }

  private static func place(of entry: LedgerEntry, _ asOf: Day) -> Int {
    switch entry.item.state {
    case .done:
      guard let done = entry.item.done?.value else { return 5 }
      return asOf.daysSinceEpoch - done.daysSinceEpoch <= 90 ? 4 : 5
    case .declined, .superseded: return 6
    case .open, .unknown:
      if entry.overdueDays != nil { return 0 }
      guard entry.item.owner != nil, let due = entry.item.due?.value else { return 3 }
      return due.daysSinceEpoch - asOf.daysSinceEpoch <= 30 ? 1 : 2
    }
  }

  private mutating func sort(_ place: Int, _ precedes: (LedgerEntry, LedgerEntry) -> Bool) {
    let order = columns[place].entries.enumerated().sorted { left, right in
      if precedes(left.element, right.element) { return true }
      if precedes(right.element, left.element) { return false }
      return left.offset < right.offset
    }
    columns[place].entries = order.map(\.element)
  }

  private static func before(_ left: Day?, _ right: Day?) -> Bool {
    guard let left else { return false }
    return right.map { left < $0 } ?? true
  }
}
