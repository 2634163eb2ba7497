internal import Diagnostics
internal import PostMortems

/// The words by which a person goes in a post-mortem.
enum PersonRole {
  static let unknown = "responder"

  /// `incident-commander` for `Incident Commander`, `commander` and `IC`; a role of another name as one word.
  static func word(_ role: String?) -> String {
    guard let role, !role.isEmpty else { return unknown }
    let slug = Slug.make(role)
    if slug.contains("commander") || slug == "ic" { return "incident-commander" }
    if slug.hasPrefix("comm") && slug.hasSuffix("lead") { return "communications-lead" }
    return slug
  }
}

extension [String: String] {
  /// Notes a person's name; a role that is known is never lost to one that is not.
  mutating func note(person: String?, role: String? = nil) {
    guard let name = person?.trimmed, name.utf8.count > 1, !name.utf8.contains(UInt8(ascii: "@")) else { return }
    let word = PersonRole.word(role)
    if self[name] == nil || self[name] == PersonRole.unknown { self[name] = word }
  }

  /// Notes a person object's names: `name`, `full_name`, `displayName`, …; not its address.
  mutating func note(_ person: JSONValue?, role: String? = nil) {
    guard let person else { return }
    if let text = person.text { return note(person: text, role: role) }
    if let inner = person.member("attributes") ?? person.member("data") ?? person.member("user") {
      note(inner, role: role)
    }
    for key in ["name", "full_name", "displayName", "display_name", "real_name", "user_name", "display_value"] {
      note(person: person.member(key)?.text, role: role)
    }
  }
}

extension String {
  fileprivate var trimmed: String { JSONValue.string(self).text ?? "" }
}
