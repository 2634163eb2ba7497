internal import Diagnostics
internal import PostMortems

/// The views of an export that most readers begin with.
extension Export {
  /// The top-level values: those of one document or of several on lines of their own, lists opened once.
  var records: [JSONValue] {
    guard case .json(let documents) = contents else { return [] }
    return documents.flatMap { $0.items ?? [$0] }
  }

  /// The records, with those that are only wrappers (`{"incidents": […]}`, `{"incident": {…}}`) opened.
  func records(opening wrappers: [String]) -> [JSONValue] {
    records.flatMap { record -> [JSONValue] in
      let inner = wrappers.compactMap { record.member($0) }.flatMap { inner -> [JSONValue] in
        if let items = inner.items { return items }
        if case .object = inner { return [inner] }
        return []
      }
      // An empty list is a wrapper too.
      return inner.isEmpty && !wrappers.contains { record.member($0)?.items != nil } ? [record] : inner
    }
  }
}

extension JSONValue {
  /// Whether this is an object with all of these keys, of whatever value.
  func has(_ keys: String...) -> Bool { keys.allSatisfy { self[$0] != nil } }

  /// The first of several members that is a text.
  func firstText(_ keys: String...) -> String? {
    for key in keys { if let text = member(key)?.text { return text } }
    return nil
  }

  /// The first of several members that can be read as an instant, written out or counted from 1970.
  func firstInstant(_ keys: String...) -> Instant? {
    for key in keys {
      guard let value = member(key) else { continue }
      if let instant = value.instant ?? value.epoch { return instant }
    }
    return nil
  }

  /// The members of an object, in their order; none for anything else.
  var members: [Member] {
    guard case .object(let members) = self else { return [] }
    return members
  }

  /// A name: of a reference by its `summary` or `name`, of a plain text by itself.
  var referenceName: String? { text ?? firstText("summary", "name", "displayName", "display_name", "username") }

  /// An address of the web; nil for anything that no browser should follow.
  var webAddress: String? {
    guard let text, text.hasPrefix("https://") || text.hasPrefix("http://"),
      !text.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F })
    else { return nil }
    return text
  }
}

/// Text of one line: blanks and line breaks become single blanks.
func oneLine(_ text: String) -> String {
  text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}
