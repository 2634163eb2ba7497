internal import Exchange
internal import KnowledgeBase
internal import PostMortems
internal import Site

/// The calendars that the site carries: of everybody, and of each team that has promised something.
///
/// They stay when everything is done, because somebody's calendar program goes on asking for them.
enum CalendarFiles {
  static func files(_ base: KnowledgeBase, addresses: PageAddresses) -> [OutputFile] {
    guard base.actions.hasPromises else { return [] }
    let promising = base.actions.promisingTeams
    let teams = base.teams.filter { promising.contains($0.entry.slug) }
    return [file(SitePaths.calendar, base, ExportOptions(addresses: addresses))]
      + teams.map {
        file(
          SitePaths.calendar(ofTeam: $0.slug), base, ExportOptions(addresses: addresses, team: $0.entry.slug))
      }
  }

  private static func file(_ path: String, _ base: KnowledgeBase, _ options: ExportOptions) -> OutputFile {
    OutputFile(path: path, content: .rendered { $0 += ActionCalendar.document(of: base, options) })
  }
}
