package import Diagnostics
package import PostMortems

/// The forms of what people write, as JSON Schemas for their editors: `debrief.yml` and front matter.
///
/// Draft 7, which the YAML support of every editor reads. They are made of the same descriptions as the readers' lists of
/// keys, under the settings of one knowledge base: its severities, services and teams.
package enum FormatSchema: String, CaseIterable, Sendable {
  case settings
  case postMortem = "post-mortem"
  case cause

  /// - Parameter rules: the ids of all rules.
  package func value(_ settings: Settings, rules: [String]) -> JSONValue {
    let writer = FormatSchemaWriter(WordLists(settings, rules: rules))
    let form = writer.map(keys, others: others(settings))
    return .object(
      [
        .init("$schema", .string("http://json-schema.org/draft-07/schema#")), .init("title", .string(title)),
      ] + form)
  }

  /// The keys that it describes.
  package var keys: [KeyDescription] {
    switch self {
    case .settings: SettingsFormat.keys
    case .postMortem: PostMortemFormat.keys
    case .cause: CauseFormat.keys
    }
  }

  private var title: String {
    switch self {
    case .settings: "Settings of a Debrief knowledge base (debrief.yml)"
    case .postMortem: "Front matter of a post-mortem"
    case .cause: "Front matter of a cause record"
    }
  }

  /// Keys of other houses that are read as ours, and those that mean nothing and harm nobody.
  private func others(_ settings: Settings) -> [JSONValue.Member] {
    guard self == .postMortem else { return [] }
    let read = settings.keys.filter { !PostMortemFieldsReader.keys.contains($0.key) }.sorted { $0.key < $1.key }
    let ignored = PostMortemFieldsReader.ignoredKeys.filter { settings.keys[$0] == nil }.sorted()
    return read.map { .init($0.key, .object(["description": .string("Read as '\($0.value)'.")])) }
      + ignored.map {
        .init($0, .object(["description": .string("Of a site generator or tracker; means nothing here.")]))
      }
  }
}

/// Descriptions of keys as pieces of a JSON Schema.
struct FormatSchemaWriter {
  private let lists: WordLists

  init(_ lists: WordLists) {
    self.lists = lists
  }

  /// A map with these keys and no others; nothing is also taken, for a key without a value.
  func map(_ keys: [KeyDescription], others: [JSONValue.Member] = []) -> [JSONValue.Member] {
    let properties = keys.map { key in
      JSONValue.Member(key.name, .object([.init("description", .string(key.meaning))] + form(key.form)))
    }
    return [
      types("object"), .init("properties", .object(properties + others)), .init("additionalProperties", .bool(false)),
    ]
  }

  private func form(_ form: ValueForm) -> [JSONValue.Member] {
    switch form {
    case .text: return [types("string", "number", "boolean")]
    case .time: return [types("string"), .init("examples", .strings(["2019-07-02T13:42Z"]))]
    case .flag: return [.init("enum", .array([.bool(true), .bool(false), .string("yes"), .string("no"), .null]))]
    case .number: return number
    case .whole(let range):
      return [types("integer"), .init("minimum", .int(range.lowerBound)), .init("maximum", .int(range.upperBound))]
    case .word(let list): return word(list)
    case .list(let item):
      let items = JSONValue.object([types("array"), .init("items", .object(self.form(item)))])
      return [.init("anyOf", .array([items, .object(self.form(item))]))]
    case .map(let keys): return map(keys)
    case .entries(let list, let value): return entries(list, value)
    case .either(let forms): return [.init("anyOf", .array(forms.map { .object(self.form($0)) }))]
    }
  }

  /// A number that is not negative; `1_000` is one too.
  private var number: [JSONValue.Member] {
    let grouped: JSONValue = .object(["type": .string("string"), "pattern": .string("^[0-9_]+$")])
    return [.init("anyOf", .array([.object([types("number"), .init("minimum", .int(0))]), grouped]))]
  }

  private func word(_ list: WordList) -> [JSONValue.Member] {
    let vocabulary = lists.vocabulary(list)
    guard !vocabulary.words.isEmpty else { return form(.text) }
    let words = vocabulary.words.flatMap { word in
      [JSONValue.string(word)] + (Int(word).map { [.int($0)] } ?? [])
    }
    let known = JSONValue.Member("enum", .array(words + [.null]))
    return vocabulary.isClosed ? [known] : [.init("anyOf", .array([.object([known]), .object(form(.text))]))]
  }

  private func entries(_ list: WordList?, _ value: ValueForm) -> [JSONValue.Member] {
    let names = list.map { lists.vocabulary($0) }.flatMap { $0.isClosed ? $0.words : nil }
    let restriction = names.map { [JSONValue.Member("propertyNames", .object(["enum": .strings($0)]))] } ?? []
    return [types("object"), .init("additionalProperties", .object(form(value)))] + restriction
  }

  private func types(_ names: String...) -> JSONValue.Member { .init("type", .strings(names + ["null"])) }
}
