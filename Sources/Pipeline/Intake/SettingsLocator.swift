package import Diagnostics
package import PostMortems
internal import Markdown

/// Finds and reads `debrief.yml`.
enum SettingsLocator {
  /// Where the settings stand: the file asked for, else inside the input, in its parent folder, in the working folder.
  static func path(config: String?, input: String) -> String? {
    config ?? candidates(config: nil, input: input).first { FileSystem.isFile($0) }
  }

  /// Every place where the settings may stand, the first that holds any counts.
  static func candidates(config: String?, input: String) -> [String] {
    if let config { return [config] }
    let parent = input.contains("/") ? FileSystem.parent(of: input) ?? "/" : "."
    return ["\(input)/debrief.yml", "\(parent)/debrief.yml", "debrief.yml"]
  }

  /// The settings and what is wrong with them; the defaults where there is no file.
  static func load(config: String?, input: String) throws(FileSystemError) -> LoadedSettings {
    guard let path = path(config: config, input: input) else {
      return LoadedSettings(settings: Settings(), diagnostics: [], path: nil)
    }
    return try load(path)
  }

  /// The settings as a part of the knowledge base has them; in a public edition, without their internal blocks.
  static func load(config: String?, input: String, for choice: InputOptions.EditionChoice) throws -> LoadedSettings {
    var loaded = try load(config: config, input: input)
    guard case .site(let name) = choice, loaded.diagnostics.isEmpty else { return loaded }
    guard let edition = loaded.settings.edition(named: name) else {
      let known = Set(loaded.settings.editions.keys).union(BuiltInVocabulary.audience).sorted()
      throw InputError.noEdition(name ?? "", known: known)
    }
    if edition.isPublic, let path = loaded.path { loaded = try publicPart(path) }
    loaded.settings = loaded.settings.applying(edition)
    loaded.edition = edition
    return loaded
  }

  private static func publicPart(_ path: String) throws(FileSystemError) -> LoadedSettings {
    let file = SourceFile(path: path, bytes: try FileSystem.read(path, limit: 1 << 20))
    let blocks = InternalBlocks(file)
    guard blocks.problems.isEmpty else {
      let problems = blocks.problems.map { Diagnostic($0, level: .error, in: file) }
      return LoadedSettings(settings: Settings(), diagnostics: problems, path: path)
    }
    return read(SourceFile(path: path, bytes: blocks.publicBytes()))
  }

  /// The settings in a file.
  static func load(_ path: String) throws(FileSystemError) -> LoadedSettings {
    read(SourceFile(path: path, bytes: try FileSystem.read(path, limit: 1 << 20)))
  }

  private static func read(_ file: SourceFile) -> LoadedSettings {
    let (settings, findings) = SettingsReader.read(file)
    let diagnostics = findings.map { Diagnostic($0, level: .error, in: file) }
    return LoadedSettings(settings: settings, diagnostics: diagnostics.sorted(), path: file.path)
  }
}

/// Settings with where they came from.
package struct LoadedSettings: Sendable {
  package var settings: Settings
  /// Placed by the path of the settings themselves, not relative to the input.
  package let diagnostics: [Diagnostic]
  package let path: String?
  /// The edition that they are for; nil where a command works on all of a knowledge base.
  package var edition: Edition?
}
