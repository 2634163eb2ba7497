internal import Diagnostics

/// Pieces of a JSON Schema (draft 2020-12), each with what it means for whoever reads the data.
enum SchemaWords {
  /// A member of an object, by name.
  struct Property {
    let name: String
    let schema: JSONValue
    let isRequired: Bool

    init(_ name: String, _ schema: JSONValue, isRequired: Bool = true) {
      self.name = name
      self.schema = schema
      self.isRequired = isRequired
    }
  }

  /// An object that has these members and no others.
  static func object(_ meaning: String = "", _ properties: [Property]) -> JSONValue {
    .object(
      description(meaning) + [
        .init("type", .string("object")),
        .init("properties", .object(properties.map { .init($0.name, $0.schema) })),
        .init("required", .strings(properties.filter(\.isRequired).map(\.name))),
        .init("additionalProperties", .bool(false)),
      ])
  }

  static func text(_ meaning: String = "") -> JSONValue { typed("string", meaning) }
  static func number(_ meaning: String = "") -> JSONValue { typed("number", meaning) }
  static func count(_ meaning: String = "") -> JSONValue {
    .object(description(meaning) + [.init("type", .string("integer")), .init("minimum", .int(0))])
  }
  static func whole(_ meaning: String = "") -> JSONValue { typed("integer", meaning) }
  static func flag(_ meaning: String = "") -> JSONValue { typed("boolean", meaning) }

  /// One of a closed list of words.
  static func word(_ words: [String], _ meaning: String = "") -> JSONValue {
    .object(description(meaning) + [.init("enum", .strings(words))])
  }

  static func list(of items: JSONValue, _ meaning: String = "") -> JSONValue {
    .object(description(meaning) + [.init("type", .string("array")), .init("items", items)])
  }

  static func texts(_ meaning: String = "") -> JSONValue { list(of: text(), meaning) }

  /// A definition of the same document.
  static func reference(_ name: String) -> JSONValue { .object(["$ref": .string("#/$defs/\(name)")]) }

  static func list(of name: String, _ meaning: String = "") -> JSONValue { list(of: reference(name), meaning) }

  /// The same or null, which means that nobody said.
  static func orNull(_ schema: JSONValue) -> JSONValue { .object(["anyOf": .array([schema, typed("null", "")])]) }

  private static func typed(_ type: String, _ meaning: String) -> JSONValue {
    .object(description(meaning) + [.init("type", .string(type))])
  }

  private static func description(_ meaning: String) -> [JSONValue.Member] {
    meaning.isEmpty ? [] : [.init("description", .string(meaning))]
  }
}
