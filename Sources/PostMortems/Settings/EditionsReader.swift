internal import Diagnostics
internal import Markdown

extension SettingsReader {
  /// `editions: {public: {title: …, people: names, forbidden: […]}}`.
  mutating func readEditions(_ entry: FrontMatterEntry) {
    for pair in mapping(entry) {
      let name = pair.key.value
      let fields = mapping(pair)
      let audience = fields.first { $0.key.value == "audience" }.map { text($0, among: BuiltInVocabulary.audience) }
      // A name of one's own says for whom it is; one that does not is for the inside.
      let standard = BuiltInVocabulary.audience.contains(name) ? name : "internal"
      var edition = Edition(name: name, audience: (audience ?? nil) ?? standard)
      for field in fields { read(field, into: &edition) }
      settings.editions[name] = edition
    }
  }

  private mutating func read(_ field: FrontMatterEntry, into edition: inout Edition) {
    switch field.key.value {
    case "audience": break
    case "title": edition.title = text(field)
    case "description": edition.description = text(field)
    case "base_url": edition.baseURL = text(field).map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
    case "edit_url": edition.editURL = text(field)
    case "people": if let word = text(field, among: ["roles", "names"]) { edition.showsRoles = word == "roles" }
    case "customers": if let word = text(field, among: ["labels", "names"]) { edition.showsLabels = word == "labels" }
    case "forbidden": edition.forbidden = texts(field)
    default:
      unknown(field.key, in: SettingsFormat.names(under: "editions", edition.name))
    }
  }

  /// Names with the words that stand for them outside, or a list of names.
  mutating func readCustomers(_ entry: FrontMatterEntry) {
    guard case .mapping(let pairs) = entry.value.value else {
      for name in texts(entry) { settings.customers[name] = "" }
      return
    }
    for pair in pairs { settings.customers[pair.key.value] = text(pair) ?? "" }
  }
}
