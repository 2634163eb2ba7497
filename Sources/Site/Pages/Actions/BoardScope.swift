import KnowledgeBase
import Language
import PostMortems

/// Whose action items a board shows, and where it lies.
struct BoardScope: Sendable {
  let title: String
  /// The folder of its pages below the root, with a slash at its end.
  let folder: String
  let entries: [LedgerEntry]
  /// Path of the calendar with its due dates; nil where it has none.
  let calendar: String?
  let isWhole: Bool

  /// Boards of one kind, with the words that stand above their links.
  struct Group: Sendable {
    let title: String
    /// By name, with the name that a link shows.
    let scopes: [(name: String, scope: BoardScope)]
    /// Path of the index that leads to all, where the page has no room for them.
    let index: String

    /// More links than this are for the index.
    private static let most = 60

    func view(root: String) -> BoardGroup {
      var links = scopes.prefix(Self.most).map { name, scope in
        BoardLink(
          text: name, href: root + SitePaths.board(scope.folder, page: 0),
          count: say("\(CountWords.number(scope.entries.count(where: \.isOpen))) open"))
      }
      if scopes.count > Self.most {
        links.append(BoardLink(text: say("All of them"), href: root + index, count: CountWords.number(scopes.count)))
      }
      return BoardGroup(title: title, links: links)
    }
  }

  /// The board of everything.
  static func whole(_ base: KnowledgeBase) -> BoardScope {
    BoardScope(
      title: say("Actions"), folder: SitePaths.boards, entries: base.actions.entries,
      calendar: base.actions.hasPromises ? SitePaths.calendar : nil, isWhole: true)
  }

  /// Boards of the teams and services that have something to do, by name; what was settled longer ago stands on the
  /// board of everything alone.
  static func groups(of base: KnowledgeBase) -> [Group] {
    let own = base.actions.entries.filter { ActionBoard.isCurrent($0, asOf: base.asOf) }
    let byTeam = Dictionary(grouping: own.filter { $0.team != nil }) { $0.team ?? "" }
    var byService: [String: [LedgerEntry]] = [:]
    for entry in own {
      for service in base.postMortems[entry.postMortem].services { byService[service, default: []].append(entry) }
    }
    let promising = base.actions.promisingTeams
    let teams = base.teams.compactMap { team -> (name: String, scope: BoardScope)? in
      guard let entries = byTeam[team.entry.slug] else { return nil }
      return (
        team.entry.title,
        BoardScope(
          title: say("Actions: \(team.entry.title)"), folder: SitePaths.teamBoards(team.slug), entries: entries,
          calendar: promising.contains(team.entry.slug) ? SitePaths.calendar(ofTeam: team.slug) : nil, isWhole: false)
      )
    }
    let services = base.services.compactMap { service -> (name: String, scope: BoardScope)? in
      guard let entries = byService[service.entry.slug] else { return nil }
      return (
        service.entry.title,
        BoardScope(
          title: say("Actions: \(service.entry.title)"), folder: SitePaths.serviceBoards(service.slug),
          entries: entries,
          calendar: nil, isWhole: false)
      )
    }
    return [
      Group(title: say("By team"), scopes: teams.sorted { $0.name < $1.name }, index: SitePaths.teams),
      Group(title: say("By service"), scopes: services.sorted { $0.name < $1.name }, index: SitePaths.services),
    ].filter { !$0.scopes.isEmpty }
  }
}
