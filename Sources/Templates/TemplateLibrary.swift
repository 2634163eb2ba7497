package import Diagnostics
package import Language

/// All that the look of a site is made of: page templates, assets and skeletons, the built-in ones and those that a
/// site's author put in their place.
///
/// A file is named by its path in the templates folder: `pages/home.mustache` is the template `home`, whatever lies in
/// `assets/` is copied, `skeletons/incident.md` is the skeleton `incident.md`, `start/` is what `init` writes.
package struct TemplateLibrary: Sendable {
  /// Every file by its path, after replacement.
  private let files: [String: SourceFile]
  private let templates: [String: ParsedTemplate]
  /// The names of the templates that the author wrote or replaced.
  let overriddenTemplates: Set<String>
  private let folder: String
  /// The built-in language files by their code.
  private let builtInLanguages: [String: SourceFile]

  /// The built-in files with those of the author in their place.
  ///
  /// - Parameters:
  ///   - overrides: the author's files by their path in the templates folder.
  ///   - folder: the path of that folder, as diagnostics show it.
  package init(overrides: [String: [UInt8]] = [:], folder: String = "templates") {
    self.init(builtIn: BuiltInTemplateFiles.all, overrides: overrides, folder: folder)
  }

  /// As above on other built-in files.
  package init(
    builtIn: [(path: String, text: String)], overrides: [String: [UInt8]] = [:], folder: String = "templates"
  ) {
    var files: [String: SourceFile] = [:]
    for file in builtIn { files[file.path] = SourceFile(path: "built-in/\(file.path)", text: file.text) }
    builtInLanguages = Dictionary(
      uniqueKeysWithValues: files.compactMap { path, file in Self.languageCode(path).map { ($0, file) } })
    for (path, bytes) in overrides { files[path] = SourceFile(path: "\(folder)/\(path)", bytes: bytes) }
    self.files = files
    self.folder = folder
    var templates: [String: ParsedTemplate] = [:]
    for (path, source) in files {
      guard let name = Self.templateName(path) else { continue }
      templates[name] = ParsedTemplate(name: name, source: source)
    }
    self.templates = templates
    overriddenTemplates = Set(overrides.keys.compactMap(Self.templateName))
  }

  private static func languageCode(_ path: String) -> String? {
    let (prefix, suffix) = ("language/", ".yml")
    guard path.hasPrefix(prefix), path.hasSuffix(suffix) else { return nil }
    return String(path.dropFirst(prefix.count).dropLast(suffix.count))
  }

  private static func templateName(_ path: String) -> String? {
    let (prefix, suffix) = ("pages/", ".mustache")
    guard path.hasPrefix(prefix), path.hasSuffix(suffix) else { return nil }
    let name = path.utf8.dropFirst(prefix.utf8.count).dropLast(suffix.utf8.count)
    return name.isEmpty ? nil : String(Substring(name))
  }

  /// What cannot be read in any of the templates, whether or not a page uses it.
  package var diagnostics: [Diagnostic] {
    templates.values.flatMap { template in
      template.findings.map { Diagnostic($0, level: .error, in: template.source) }
    }.sorted()
  }

  /// The names of all templates, sorted.
  package var templateNames: [String] { templates.keys.sorted() }

  /// The paths of the assets below `assets/`, sorted.
  package var assetPaths: [String] { names(below: "assets/") }

  /// The names of the skeletons with their extension, sorted.
  package var skeletonNames: [String] { names(below: "skeletons/") }

  package func asset(_ path: String) -> [UInt8]? { files["assets/" + path]?.bytes }

  /// The text of a file that a new knowledge base begins with, by its path below `start/`.
  package func startFile(_ path: String) -> String? {
    files["start/" + path].map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  package func skeleton(_ name: String) -> [UInt8]? { files["skeletons/" + name]?.bytes }

  /// The codes of the languages that there is a file of, sorted.
  package var languageCodes: [String] { files.keys.compactMap(Self.languageCode).sorted() }

  /// A language by its code; an author's file stands on the built-in one of the same code. Nil where there is none.
  package func language(_ code: String) -> LanguageReader.Reading? {
    guard let file = files["language/\(code).yml"] else { return nil }
    let builtIn = builtInLanguages[code]
    if file.bytes == builtIn?.bytes { return code == "en" ? .english : language(from: file, on: nil) }
    return language(from: file, on: builtIn)
  }

  /// A language from a file that lies elsewhere; what it lacks is English.
  package func language(from file: SourceFile) -> LanguageReader.Reading { language(from: file, on: nil) }

  private func language(from file: SourceFile, on base: SourceFile?) -> LanguageReader.Reading {
    let english = builtInLanguages["en"] ?? SourceFile(path: "en.yml", text: "")
    let base = base.flatMap { $0.bytes == english.bytes ? nil : $0 }
    return LanguageReader.read(
      file, english: english, on: base.map { LanguageReader.read($0, english: english).language })
  }

  private func names(below folder: String) -> [String] {
    files.keys.filter { $0.hasPrefix(folder) }.map { String(Substring($0.utf8.dropFirst(folder.utf8.count))) }.sorted()
  }

  func template(_ name: String) -> ParsedTemplate? { templates[name] }

  /// The template that `{{> name}}` puts in place: `pages/name.mustache`, else `pages/partials/name.mustache`.
  func partial(_ name: String) -> ParsedTemplate? { templates[name] ?? templates["partials/" + name] }

  /// Every name that `{{> name}}` may say, partials in their short form.
  var partialNames: [String] {
    templateNames.map { name in
      let short = String(Substring(name.utf8.dropFirst("partials/".utf8.count)))
      return name.hasPrefix("partials/") && templates[short] == nil ? short : name
    }
  }

  /// Where a page's template would lie, for the report that it is missing.
  func path(ofTemplate name: String) -> String { "\(folder)/pages/\(name).mustache" }
}
