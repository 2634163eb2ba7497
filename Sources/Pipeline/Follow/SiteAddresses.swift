package import Exchange
internal import PostMortems
internal import Site

/// Tells texts that are read elsewhere where the pages of the site are.
package enum SiteAddresses {
  /// An address as it is put before paths: without a closing slash.
  package static func base(_ address: String?) -> String? {
    address.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
  }

  /// - Parameter baseURL: absolute address of the site; nil for addresses of nothing.
  package static func addresses(baseURL: String?) -> PageAddresses {
    PageAddresses(
      base: base(baseURL),
      paths: PageAddresses.Paths(
        home: SitePaths.home, actions: SitePaths.actions, causes: SitePaths.causes, incidents: SitePaths.incidents,
        trends: SitePaths.trends, postMortem: { SitePaths.postMortem($0.slug) }, cause: { SitePaths.cause($0) }))
  }
}
