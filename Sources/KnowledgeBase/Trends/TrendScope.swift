internal import Diagnostics
package import PostMortems

/// Which part of a knowledge base a set of numbers is about.
package enum TrendScope: Hashable, Sendable {
  case everything
  case service(String)
  case team(String)
  case severity(String)

  package func contains(_ postMortem: PostMortem) -> Bool {
    switch self {
    case .everything: true
    case .service(let slug): postMortem.services.contains(slug)
    case .team(let slug): postMortem.teams.contains(slug)
    case .severity(let name): postMortem.severity?.name == name
    }
  }

  /// What stands behind a subtitle's "where": `all services`, `service checkout`.
  package var phrase: String {
    switch self {
    case .everything: "all services"
    case .service(let slug): "service \(slug)"
    case .team(let slug): "team \(slug)"
    case .severity(let name): "\(name) only"
    }
  }
}
