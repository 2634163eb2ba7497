internal import Diagnostics
internal import Language
internal import PostMortems
internal import Templates

/// Finds the language of a site's own words: a built-in one, one of the author's templates, or a file beside the
/// settings.
enum SiteLanguage {
  static func read(_ settings: LoadedSettings, _ library: TemplateLibrary) -> LanguageReader.Reading {
    let name = settings.settings.language
    if name.value.hasSuffix(".yml") || name.value.hasSuffix(".yaml") { return read(file: name, settings, library) }
    if let reading = library.language(name.value) { return reading }
    let near = NearMiss.nearest(to: name.value, in: library.languageCodes)
    return failure(
      Finding(
        "unknown-language", at: name.span,
        "language '\(name.value)' is not known" + (near.map { "; did you mean '\($0)'?" } ?? ""),
        notes: ["known: \(library.languageCodes.joined(separator: ", "))"],
        help: near.map { "replace it with '\($0)'" }
          ?? "write templates/language/\(name.value).yml, or name the path of a language file"), settings)
  }

  private static func read(
    file name: Located<String>, _ settings: LoadedSettings, _ library: TemplateLibrary
  ) -> LanguageReader.Reading {
    let path = path(of: name.value, settings)
    do throws(FileSystemError) {
      return library.language(from: SourceFile(path: path, bytes: try FileSystem.read(path, limit: 1 << 20)))
    } catch {
      return failure(
        Finding(
          "unknown-language", at: name.span, "the language file '\(name.value)' cannot be read", notes: ["\(error)"]),
        settings)
    }
  }

  /// Where a file of words stands that the settings name.
  static func path(of file: String, _ settings: LoadedSettings) -> String {
    guard !file.hasPrefix("/"), let folder = settings.path.flatMap(FileSystem.parent) else { return file }
    return "\(folder)/\(file)"
  }

  private static func failure(_ finding: Finding, _ settings: LoadedSettings) -> LanguageReader.Reading {
    let path = settings.path ?? "debrief.yml"
    let bytes = (try? FileSystem.read(path, limit: 1 << 20)) ?? []
    return LanguageReader.Reading(
      language: .english, diagnostics: [Diagnostic(finding, level: .error, in: SourceFile(path: path, bytes: bytes))])
  }
}
