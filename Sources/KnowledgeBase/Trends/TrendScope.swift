internal import Diagnostics
package import PostMortems

/// Which part of a knowledge base a set of numbers is about.
package enum TrendScope: Hashable, Sendable {
  case everything
  case service(String)
  case team(String)
  case severity(String)
  /// Near misses or drills, which the other scopes count apart.
  case kind(PostMortem.Kind)
  case year(Int)

  package func contains(_ postMortem: PostMortem) -> Bool {
    switch self {
    case .everything: true
    case .service(let slug): postMortem.services.contains(slug)
    case .team(let slug): postMortem.teams.contains(slug)
    case .severity(let name): postMortem.severity?.name == name
    case .kind(let kind): postMortem.kind == kind
    case .year(let year): postMortem.day?.year == year
    }
  }

  /// What is counted: incidents, unless the scope is about another kind.
  package var kind: PostMortem.Kind {
    if case .kind(let kind) = self { return kind }
    return .incident
  }

  /// What stands behind a subtitle's "where": `all services`, `service checkout`.
  package var phrase: String {
    switch self {
    case .everything: "all services"
    case .service(let slug): "service \(slug)"
    case .team(let slug): "team \(slug)"
    case .severity(let name): "\(name) only"
    case .kind(.incident): "incidents only"
    case .kind(.nearMiss): "near misses only"
    case .kind(.drill): "drills only"
    case .year(let year): "\(year) only"
    }
  }
}
