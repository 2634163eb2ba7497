extension ImportedIncident {
  /// Files a label under services or teams where its key says so, else under the labels.
  mutating func addLabel(_ word: String, key: String? = nil) {
    var key = key?.lowercased() ?? ""
    var value = word
    if key.isEmpty, let mark = word.firstIndex(where: { $0 == ":" || $0 == "=" }) {
      key = word[..<mark].lowercased()
      value = String(word[word.index(after: mark)...])
    }
    value = oneLine(value)
    guard !value.isEmpty else { return }
    switch key {
    case "service", "services", "service_name", "app": if !services.contains(value) { services.append(value) }
    case "team", "teams", "squad", "owner_team": if !teams.contains(value) { teams.append(value) }
    default:
      let label = oneLine(word)
      if !labels.contains(label) { labels.append(label) }
    }
  }
}
