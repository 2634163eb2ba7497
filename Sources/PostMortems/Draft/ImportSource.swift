internal import Diagnostics
internal import Markdown

/// The record in another system from which a post-mortem was imported, by which a second import finds it again.
package struct ImportSource: Hashable, Sendable {
  package let system: String
  /// The system's own key.
  package let id: String
  package let url: String?

  package init(system: String, id: String, url: String? = nil) {
    self.system = system
    self.id = id
    self.url = url
  }

  /// Addresses may change; system and key do not.
  package func isSame(as other: ImportSource) -> Bool { system == other.system && id == other.id }
}

extension FieldReader {
  /// A list of maps with `system`, `id` and `url`, or one such map; nil for a value of another form.
  mutating func importSources(_ value: Located<FrontMatterValue>) -> [ImportSource]? {
    let items: [Located<FrontMatterValue>]
    switch value.value {
    case .sequence(let list): items = list
    case .mapping: items = [value]
    case .null: return []
    case .scalar: return nil
    }
    return items.compactMap { item in
      guard case .mapping(let pairs) = item.value else { return nil }
      func text(_ key: String) -> String? { pairs.first { $0.key.value == key }?.value.value.text }
      guard let system = text("system"), let id = text("id") else {
        wrongType(item, "source", expected: "a map with 'system' and 'id'")
        return nil
      }
      return ImportSource(system: system, id: id, url: text("url"))
    }
  }
}
