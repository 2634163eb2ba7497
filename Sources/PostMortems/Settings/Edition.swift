/// For whom a site is made, and what it says of itself there.
package struct Edition: Hashable, Sendable {
  package var name: String
  /// `public` or `internal`; a public edition holds nothing that was not meant for everybody.
  package var audience: String
  package var title: String?
  package var description: String?
  package var baseURL: String?
  package var editURL: String?
  /// Whether people appear by the roles of the settings.
  package var showsRoles: Bool
  /// Whether customers appear by the labels of the settings.
  package var showsLabels: Bool
  /// What must not be anywhere in the site, in any letter case.
  package var forbidden: [String] = []

  package init(name: String, audience: String) {
    self.name = name
    self.audience = audience
    showsRoles = audience == "public"
    showsLabels = audience == "public"
  }

  package var isPublic: Bool { audience == "public" }
}

extension Settings {
  /// The edition of a name; without one, that for the audience of the knowledge base. Nil for a name that is unknown.
  package func edition(named name: String?) -> Edition? {
    let name = name ?? audience
    if var edition = editions[name] {
      edition.forbidden += forbidden
      return edition
    }
    guard BuiltInVocabulary.audience.contains(name) else { return nil }
    var edition = Edition(name: name, audience: name)
    if edition.isPublic { edition.forbidden = forbidden }
    return edition
  }

  /// The settings as they are for one edition.
  package func applying(_ edition: Edition) -> Settings {
    var settings = self
    settings.title = edition.title ?? title
    settings.description = edition.description ?? description
    settings.baseURL = edition.baseURL ?? baseURL
    settings.editURL = edition.editURL ?? (edition.isPublic ? nil : editURL)
    return settings
  }
}
