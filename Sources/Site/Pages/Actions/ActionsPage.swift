import Diagnostics
import KnowledgeBase
import Language
import PostMortems
import Templates

/// One page of a board of action items, as sections.
struct ActionsView: TemplateView {
  let page: PageFrame
  let title: String
  let summary: String
  /// All columns of the board, on whatever page they begin.
  let columns: [BoardLink]
  let sections: [ActionSection]
  /// Boards of teams and of services; none beside a first page.
  let groups: [BoardGroup]
  let calendar: String?
  /// To the board of everything; nil on that board itself.
  let whole: String?
  let previous: LinkView?
  let next: LinkView?

  static let schema = ViewSchema<Self>(
    .view("page", \.page), .text("title", \.title), .text("summary", \.summary), .list("columns", \.columns),
    .list("sections", \.sections), .list("groups", \.groups), .text("calendar", \.calendar),
    .text("whole", \.whole),
    .view("previous", \.previous), .view("next", \.next))
}

/// Action items of one column, as far as they are on the page.
struct ActionSection: TemplateView {
  let id: String
  let title: String
  let explanation: String
  /// How many the column has in all.
  let count: String
  let table: ActionTable
  /// Which of them are here, where others are on another page.
  let part: String?

  static let schema = ViewSchema<Self>(
    .text("id", \.id), .text("title", \.title), .text("explanation", \.explanation), .text("count", \.count),
    .view("table", \.table), .text("part", \.part))
}

/// A way to a column or to another board, with how much is there.
struct BoardLink: TemplateView {
  let text: String
  let href: String
  let count: String

  static let schema = ViewSchema<Self>(.text("text", \.text), .text("href", \.href), .text("count", \.count))
}

/// Boards of one kind: of teams, of services.
struct BoardGroup: TemplateView {
  let title: String
  let links: [BoardLink]

  static let schema = ViewSchema<Self>(.text("title", \.title), .list("links", \.links))
}

/// Builds the pages of one board: every item stands on exactly one of them.
struct ActionsPage: Sendable {
  /// As many rows as keep a page under 60 KB.
  static let rowsPerPage = 60

  let scope: BoardScope
  private let pages: [BoardChunk]
  private let columns: [(column: ActionBoard.Column, count: Int, page: Int)]
  /// What all its pages say of it, counted once.
  private let summary: String

  init(_ scope: BoardScope, _ base: KnowledgeBase) {
    self.scope = scope
    let board = ActionBoard(scope.entries, asOf: base.asOf)
    let rows = board.columns.flatMap { column, entries in entries.map { (column, $0) } }
    pages = BoardChunk.chunks(rows, size: Self.rowsPerPage)
    var before = 0
    columns = board.columns.map { column, entries in
      defer { before += entries.count }
      return (column, entries.count, before / Self.rowsPerPage)
    }
    summary = Self.summary(of: scope, asOf: base.asOf)
  }

  /// The paths of its pages, the first one first.
  var paths: [String] { pages.indices.map { SitePaths.board(scope.folder, page: $0) } }

  func view(of number: Int, in site: SiteSource, groups: [BoardScope.Group] = []) -> ActionsView {
    let path = SitePaths.board(scope.folder, page: number)
    let root = SitePaths.root(of: path)
    let title = number == 0 ? scope.title : say("\(scope.title), page \(number + 1)")
    let parents = number == 0 ? [] : [(text: scope.title, path: SitePaths.board(scope.folder, page: 0))]
    return ActionsView(
      page: site.frames.frame(path, title: title, area: .actions, parents: scope.isWhole ? [] : parents),
      title: title,
      summary: summary + Self.ticketAge(site.knowledgeBase.ticketsAsOf),
      columns: columns.map { link(to: $0, from: number, root: root) },
      sections: pages[number].parts.map { section($0, site, root: root) },
      groups: number == 0 ? groups.map { $0.view(root: root) } : [],
      calendar: scope.calendar.map { root + $0 }, whole: scope.isWhole ? nil : root + SitePaths.actions,
      previous: neighbour(number - 1, say("Previous page"), root: root),
      next: neighbour(number + 1, say("Next page"), root: root))
  }

  private func link(
    to column: (column: ActionBoard.Column, count: Int, page: Int), from number: Int, root: String
  ) -> BoardLink {
    let anchor = "#page.\(column.column.rawValue)"
    let href = column.page == number ? anchor : root + SitePaths.board(scope.folder, page: column.page) + anchor
    return BoardLink(text: column.column.title, href: href, count: CountWords.number(column.count))
  }

  private func section(_ part: BoardChunk.Part, _ site: SiteSource, root: String) -> ActionSection {
    let count = columns.first { $0.column == part.column }?.count ?? part.entries.count
    let isWhole = part.entries.count == count
    return ActionSection(
      id: part.column.rawValue, title: part.column.title, explanation: part.column.explanation,
      count: CountWords.number(count), table: ActionTable(rows: part.entries.map { ActionRow($0, site, root: root) }),
      part: isWhole
        ? nil : say("\(part.first) to \(part.first + part.entries.count - 1) of \(CountWords.number(count))."))
  }

  private func neighbour(_ number: Int, _ words: String, root: String) -> LinkView? {
    pages.indices.contains(number) ? LinkView(words, href: root + SitePaths.board(scope.folder, page: number)) : nil
  }

  /// What trackers said may be out of date, so its day is told.
  private static func ticketAge(_ day: Day?) -> String {
    day.map { " " + say("Tickets are as their tracker had them on \(DateWords.long($0)).") } ?? ""
  }

  /// A board of part of them leaves out what was settled longer ago, and so does its count.
  private static func summary(of scope: BoardScope, asOf: Day) -> String {
    let promises = scope.entries.filter { $0.standing == .promised }
    guard !promises.isEmpty else {
      return scope.isWhole ? say("No promise is recorded.") : say("Nothing is promised yet.")
    }
    let open = promises.filter(\.isOpen).count
    let overdue = promises.filter { $0.overdueDays != nil }.count
    let done = promises.filter { $0.item.state == .done }.count
    var words = say("\(CountWords.number(open)) still open")
    if scope.isWhole { words = say("\(CountWords.text(promises.count, "promise")): \(words)") }
    if overdue > 0 { words = say("\(words), \(CountWords.number(overdue)) of them overdue") }
    let (count, day) = (CountWords.number(done), DateWords.long(asOf))
    return scope.isWhole
      ? say("\(words); \(count) done. As of \(day).")
      : say("\(words); \(count) done in the last \(ActionBoard.recentDays) days. As of \(day).")
  }
}

/// The rows of one page, by column.
struct BoardChunk: Sendable {
  struct Part: Sendable {
    let column: ActionBoard.Column
    /// The place of the first one in its column, from 1.
    let first: Int
    var entries: [LedgerEntry]
  }

  private(set) var parts: [Part] = []

  /// At least one, which may be empty.
  static func chunks(_ rows: [(ActionBoard.Column, LedgerEntry)], size: Int) -> [BoardChunk] {
    var chunks: [BoardChunk] = []
    var places: [ActionBoard.Column: Int] = [:]
    for (index, (column, entry)) in rows.enumerated() {
      if index % size == 0 { chunks.append(BoardChunk()) }
      places[column, default: 0] += 1
      chunks[chunks.count - 1].add(entry, column, place: places[column] ?? 1)
    }
    return chunks.isEmpty ? [BoardChunk()] : chunks
  }

  private mutating func add(_ entry: LedgerEntry, _ column: ActionBoard.Column, place: Int) {
    if parts.last?.column == column {
      parts[parts.count - 1].entries.append(entry)
    } else {
      parts.append(Part(column: column, first: place, entries: [entry]))
    }
  }
}
