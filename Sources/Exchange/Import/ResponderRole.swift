/// The roles that stand for people in a post-mortem.
enum ResponderRole {
  static let standard = "responder"

  /// The role that a system's own word for one means; a word that means none makes a responder.
  static func named(_ word: String?) -> String {
    let word = (word ?? "").lowercased()
    if word.contains("comm") && !word.contains("command") { return "communications-lead" }
    if word.contains("command") || word.contains("lead") && word.contains("incident") { return "incident-commander" }
    if word.contains("scribe") { return "scribe" }
    if word.contains("operation") || word.contains("ops") { return "operations-lead" }
    if word.contains("expert") || word.contains("sme") { return "subject-expert" }
    return standard
  }
}

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
