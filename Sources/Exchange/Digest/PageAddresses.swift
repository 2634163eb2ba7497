package import PostMortems

/// Where pages of the published site are, for texts that are read elsewhere; nil where its address is unknown.
package struct PageAddresses: Sendable {
  package let home: String?
  package let actions: String?
  package let causes: String?
  package let incidents: String?
  package let trends: String?
  /// The address of a path below the site's root.
  private let postMortemPath: @Sendable (PostMortem) -> String
  private let causePath: @Sendable (String) -> String
  private let base: String?

  /// Paths of pages relative to the site's root, as the site lays them out.
  package struct Paths: Sendable {
    package var home: String
    package var actions: String
    package var causes: String
    package var incidents: String
    package var trends: String
    package var postMortem: @Sendable (PostMortem) -> String
    package var cause: @Sendable (String) -> String

    package init(
      home: String, actions: String, causes: String, incidents: String, trends: String,
      postMortem: @escaping @Sendable (PostMortem) -> String, cause: @escaping @Sendable (String) -> String
    ) {
      self.home = home
      self.actions = actions
      self.causes = causes
      self.incidents = incidents
      self.trends = trends
      self.postMortem = postMortem
      self.cause = cause
    }
  }

  /// - Parameter base: absolute address of the site without a closing slash.
  package init(base: String?, paths: Paths) {
    func address(_ path: String) -> String? { base.map { "\($0)/\(path)" } }
    home = address(paths.home)
    actions = address(paths.actions)
    causes = address(paths.causes)
    incidents = address(paths.incidents)
    trends = address(paths.trends)
    postMortemPath = paths.postMortem
    causePath = paths.cause
    self.base = base
  }

  package func postMortem(_ postMortem: PostMortem) -> String? { base.map { "\($0)/\(postMortemPath(postMortem))" } }

  /// The page of a cause by its path name.
  package func cause(_ slug: String) -> String? { base.map { "\($0)/\(causePath(slug))" } }
}
