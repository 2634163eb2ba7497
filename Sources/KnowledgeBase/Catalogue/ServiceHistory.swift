package import PostMortems

/// A service and the incidents that touched it.
package struct ServiceHistory: Sendable {
  package let entry: CatalogueEntry
  /// The service's name in paths.
  package let slug: String
  /// Positions of its post-mortems, newest first.
  package let postMortems: [Int]

  /// The services of the settings and those that post-mortems name, by slug.
  static func all(of postMortems: [PostMortem], settings: Settings) -> [ServiceHistory] {
    var positions: [String: [Int]] = [:]
    for (position, postMortem) in postMortems.enumerated() {
      for service in postMortem.services { positions[service, default: []].append(position) }
    }
    return CatalogueNames.entries(settings.services, named: positions.keys).map { entry, slug in
      ServiceHistory(entry: entry, slug: slug, postMortems: positions[entry.slug] ?? [])
    }
  }
}

/// A team, the services that it owns and the incidents that are its own.
package struct TeamHistory: Sendable {
  package let entry: CatalogueEntry
  package let slug: String
  /// Slugs of the services whose owner it is.
  package let services: [String]
  package let postMortems: [Int]

  static func all(of postMortems: [PostMortem], services: [ServiceHistory], settings: Settings) -> [TeamHistory] {
    var positions: [String: [Int]] = [:]
    for (position, postMortem) in postMortems.enumerated() {
      for team in postMortem.teams { positions[team, default: []].append(position) }
    }
    let owned = Dictionary(grouping: services.filter { $0.entry.team != nil }, by: \.entry.team)
    return CatalogueNames.entries(settings.teams, named: Array(positions.keys) + owned.keys.compactMap(\.self)).map {
      entry, slug in
      TeamHistory(
        entry: entry, slug: slug, services: (owned[entry.slug] ?? []).map(\.entry.slug),
        postMortems: positions[entry.slug] ?? [])
    }
  }
}

/// Joins the names that the settings list with those that documents use.
enum CatalogueNames {
  /// Sorted by name, each with a path name that no other has.
  static func entries(_ listed: [CatalogueEntry], named used: some Sequence<String>) -> [(CatalogueEntry, String)] {
    let known = Set(listed.map(\.slug))
    let unlisted = Set(used).subtracting(known).map { CatalogueEntry(slug: $0, title: $0) }
    var taken: Set<String> = []
    var numbers: [String: Int] = [:]
    return (listed + unlisted).sorted { $0.slug < $1.slug }.map { entry in
      let base = Slug.make(entry.slug)
      var slug = base
      while !taken.insert(slug).inserted {
        numbers[base, default: 1] += 1
        slug = "\(base)-\(numbers[base, default: 2])"
      }
      return (entry, slug)
    }
  }
}
