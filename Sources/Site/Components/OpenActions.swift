import KnowledgeBase
import Language
import PostMortems

extension ActionTable {
  /// The most items that a page about something else lists: boards have them all.
  private static let most = 60

  /// Promises of some items that are still to be kept: in their order where they are few, else those that are overdue for
  /// longest; nil for none.
  init?(open entries: [LedgerEntry], _ site: SiteSource, root: String) {
    let open = entries.filter { $0.isPromise && $0.isOpen }
    guard !open.isEmpty else { return nil }
    guard open.count > Self.most else {
      self.init(rows: open.map { ActionRow($0, site, root: root) })
      return
    }
    let (most, count) = (CountWords.number(Self.most), CountWords.number(open.count))
    self.init(
      rows: Self.overdueFirst(open).prefix(Self.most).map { ActionRow($0, site, root: root) },
      left: LinkView(
        say("\(most) of \(count), those overdue for longest: all are on the board of action items"),
        href: root + SitePaths.actions))
  }

  /// Longest overdue first; the others behind, in their order.
  static func overdueFirst(_ entries: [LedgerEntry]) -> [LedgerEntry] {
    entries.enumerated().sorted {
      ($1.element.overdueDays ?? -1, $0.offset) < ($0.element.overdueDays ?? -1, $1.offset)
    }.map(\.element)
  }
}
