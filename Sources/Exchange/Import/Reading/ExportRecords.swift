internal import Diagnostics
internal import PostMortems

extension Export {
  /// The objects of a JSON export that a reader wants, in their order: the documents themselves, what arrays hold, and
  /// what stands under the envelopes that systems and their webhooks put around it.
  func records(under envelopes: [String], where isWanted: (JSONValue) -> Bool) -> [JSONValue] {
    guard case .json(let documents) = contents else { return [] }
    var found: [JSONValue] = []
    for document in documents { document.collect(under: envelopes, depth: 0, where: isWanted, into: &found) }
    return found
  }

  var text: String? {
    guard case .text(let text) = contents else { return nil }
    return text
  }

  /// The name of the file without its folders and its ending.
  var stem: String {
    let file = path.split(separator: "/").last ?? ""
    return String(file.prefix(upTo: file.lastIndex(of: ".") ?? file.endIndex))
  }

  /// The name of the folder that the file lies in.
  var folder: String? { path.split(separator: "/").dropLast().last.map(String.init) }
}

extension JSONValue {
  /// Envelopes seldom nest deeper than twice; a document that does is not followed to its end.
  private static let deepestEnvelope = 6

  fileprivate func collect(
    under envelopes: [String], depth: Int, where isWanted: (JSONValue) -> Bool, into found: inout [JSONValue]
  ) {
    guard depth < Self.deepestEnvelope else { return }
    switch self {
    case .array(let items):
      for item in items { item.collect(under: envelopes, depth: depth + 1, where: isWanted, into: &found) }
    case .object:
      if isWanted(self) { return found.append(self) }
      for key in envelopes {
        self[key]?.collect(under: envelopes, depth: depth + 1, where: isWanted, into: &found)
      }
    default: break
    }
  }

  /// Whether an object has the key at all, be its value null.
  func has(_ key: String) -> Bool { self[key] != nil }

  func has(anyOf keys: [String]) -> Bool { keys.contains(where: has) }

  /// The keys of an object in their order.
  var keys: [String] {
    guard case .object(let members) = self else { return [] }
    return members.map(\.key)
  }

  /// The value behind several keys, one inside the other.
  func member(_ path: String...) -> JSONValue? {
    path.reduce(self as JSONValue?) { $0?.member($1) }
  }

  /// The first text under any of the keys.
  func text(anyOf keys: String...) -> String? {
    for key in keys { if let text = member(key)?.text { return text } }
    return nil
  }

  /// The first instant under any of the keys.
  func instant(anyOf keys: String...) -> Instant? {
    for key in keys { if let instant = member(key)?.instant { return instant } }
    return nil
  }

  /// A day, or the day of an instant.
  var day: Day? { instant?.day }

  /// A name as systems write one: a text, or an object that has it as its `name`, `title`, `label` or `value`.
  var name: String? {
    if let text { return text }
    for key in ["name", "display_value", "displayName", "full_name", "summary", "title", "label", "value"] {
      if let text = member(key)?.text { return text }
    }
    return member("attributes")?.name ?? member("data")?.name
  }

  /// The names in a list whose items are texts or objects, each once; of one text or object, its name.
  var names: [String] {
    var seen: Set<String> = []
    let values = items ?? member("data")?.items ?? [self]
    return values.compactMap(\.name).filter { seen.insert($0).inserted }
  }
}

extension [String] {
  /// Each text once, at its first place.
  var uniqued: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
