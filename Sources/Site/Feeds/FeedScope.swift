import KnowledgeBase
import PostMortems

/// What one pair of feeds is about: everything, or one service, team or cause.
struct FeedScope: Sendable {
  /// Nil for everything.
  let name: String?
  /// The folder of both files: empty, or with a closing slash.
  let folder: String
  /// The page whose news they are.
  let page: String
  /// Positions of its post-mortems.
  let positions: [Int]

  var atom: String { folder + SitePaths.atomFeed }
  var json: String { folder + SitePaths.jsonFeed }

  func title(_ siteTitle: String) -> String { name.map { "\(siteTitle): \($0)" } ?? siteTitle }

  static func whole(_ base: KnowledgeBase) -> FeedScope {
    FeedScope(name: nil, folder: "", page: SitePaths.home, positions: Array(base.postMortems.indices))
  }

  static func service(_ service: ServiceHistory) -> FeedScope {
    FeedScope(
      name: service.entry.title, folder: "services/\(service.slug)/", page: SitePaths.service(service.slug),
      positions: service.postMortems)
  }

  static func team(_ team: TeamHistory) -> FeedScope {
    FeedScope(
      name: team.entry.title, folder: "teams/\(team.slug)/", page: SitePaths.team(team.slug),
      positions: team.postMortems)
  }

  /// The incidents that a cause brought about and those to which it contributed.
  static func cause(_ cause: Cause) -> FeedScope {
    FeedScope(
      name: cause.title, folder: "causes/\(cause.slug)/", page: SitePaths.cause(cause.slug),
      positions: (cause.occurrences + cause.contributions).sorted())
  }

  static func all(_ base: KnowledgeBase) -> [FeedScope] {
    [whole(base)] + base.services.map(service) + base.teams.map(team) + base.causes.all.map(cause)
  }
}
