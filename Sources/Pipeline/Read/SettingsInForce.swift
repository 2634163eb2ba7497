package import Diagnostics
internal import OpenData
package import PostMortems
internal import Validation

/// The settings of a run, key by key, each with what said so: a line of the settings, a flag, or nobody.
package struct SettingsInForce: Sendable {
  package struct Entry: Sendable {
    package let key: String
    package let value: JSONValue
    /// `default`, `FILE:LINE`, or the name of a flag or variable.
    package let source: String

    package init(key: String, value: JSONValue, source: String) {
      self.key = key
      self.value = value
      self.source = source
    }
  }

  package let settings: LoadedSettings
  package let entries: [Entry]

  /// - Parameter given: the values that do not stand in the settings alone, each with its source; an empty source for what
  ///   the settings say, or nobody.
  package static func read(_ options: InputOptions, given: [Entry]) throws -> SettingsInForce {
    let loaded = try SettingsLocator.load(config: options.config, input: options.input)
    guard let path = loaded.path else { return SettingsInForce(loaded, places: nil, given) }
    let source = SourceFile(path: path, bytes: try FileSystem.read(path, limit: 1 << 20))
    return SettingsInForce(loaded, places: SettingsPlaces(source), given)
  }

  private init(_ loaded: LoadedSettings, places: SettingsPlaces?, _ given: [Entry]) {
    settings = loaded
    func source(_ key: String) -> String {
      places?.line(of: key).map { "\(Self.shown(loaded.path)):\($0)" } ?? "default"
    }
    let levels = RuleCatalogue.levels(loaded.settings.ruleLevels).sorted { $0.key < $1.key }
    let written =
      EffectiveSettings.entries(loaded.settings).map { Entry(key: $0.key, value: $0.value, source: source($0.key)) }
      + levels.map { id, level in
        Entry(key: "rules.\(id)", value: .string(level.rawValue), source: source("rules.\(id)"))
      }
    entries =
      given.map { Entry(key: $0.key, value: $0.value, source: $0.source.isEmpty ? source($0.key) : $0.source) }
      + written
  }

  private static func shown(_ path: String?) -> String {
    path.map { $0.hasPrefix("./") ? String($0.dropFirst(2)) : $0 } ?? ""
  }

  /// The same as one JSON object: `{key: {value, source}}`.
  package var json: JSONValue {
    .object(
      entries.map { entry in
        JSONValue.Member(entry.key, .object(["value": entry.value, "source": .string(entry.source)]))
      })
  }
}

/// The schemas of what people write, under the settings of a knowledge base.
package enum FormatSchemas {
  package static let names = FormatSchema.allCases.map(\.rawValue)

  /// Nil for a name that none has.
  package static func schema(_ name: String, settings: Settings) -> JSONValue? {
    FormatSchema(rawValue: name)?.value(settings, rules: RuleCatalogue.descriptions.map(\.id))
  }
}
