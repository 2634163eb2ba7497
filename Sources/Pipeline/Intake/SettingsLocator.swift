package import Diagnostics
package import PostMortems

/// Finds and reads `debrief.yml`.
enum SettingsLocator {
  /// Where the settings stand: the file asked for, else inside the input, in its parent folder, in the working folder.
  static func path(config: String?, input: String) -> String? {
    if let config { return config }
    let parent = input.contains("/") ? FileSystem.parent(of: input) ?? "/" : "."
    return ["\(input)/debrief.yml", "\(parent)/debrief.yml", "debrief.yml"].first { FileSystem.isFile($0) }
  }

  /// The settings and what is wrong with them; the defaults where there is no file.
  static func load(config: String?, input: String) throws(FileSystemError) -> LoadedSettings {
    guard let path = path(config: config, input: input) else {
      return LoadedSettings(settings: Settings(), diagnostics: [], path: nil)
    }
    return try load(path)
  }

  /// The settings in a file.
  static func load(_ path: String) throws(FileSystemError) -> LoadedSettings {
    let file = SourceFile(path: path, bytes: try FileSystem.read(path, limit: 1 << 20))
    let (settings, findings) = SettingsReader.read(file)
    let diagnostics = findings.map { Diagnostic($0, level: .error, in: file) }
    return LoadedSettings(settings: settings, diagnostics: diagnostics.sorted(), path: path)
  }
}

/// Settings with where they came from.
package struct LoadedSettings: Sendable {
  package let settings: Settings
  /// Placed by the path of the settings themselves, not relative to the input.
  package let diagnostics: [Diagnostic]
  package let path: String?
}
