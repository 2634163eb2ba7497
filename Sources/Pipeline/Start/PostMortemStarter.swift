package import Exchange
internal import KnowledgeBase
internal import PostMortems
internal import Templates

/// Puts a new post-mortem into the input folder and never over a file that is there.
package struct PostMortemStarter: Sendable {
  /// The file that was written.
  package struct Started: Sendable, Equatable {
    /// Relative to the input.
    package let file: String
    package let id: String
    /// As the terminal may open it.
    package let path: String
  }

  private let options: InputOptions

  package init(_ options: InputOptions) {
    self.options = options
  }

  /// - Parameter exports: files and folders of other systems; what they tell of one incident takes the place of a skeleton.
  package func start(_ request: NewPostMortem, exports: [String] = []) throws -> Started {
    let reading = try Reading.read(options, isChecked: false)
    guard reading.settings.diagnostics.isEmpty else { throw UnusableSettings(settings: reading.settings) }
    let knowledgeBase = reading.knowledgeBase
    let filling = SkeletonFilling(try skeletons(reading.settings.path), in: knowledgeBase)
    let checked = try request.checked(knowledgeBase.settings)
    let imported = try exports.isEmpty ? nil : draft(of: exports, knowledgeBase.settings)
    let filled = try filling.fill(checked, imported: imported, today: options.asOf)
    let names = NewFileName(title: checked.title, kind: filled.kind, day: filled.day, in: knowledgeBase)
    for file in names.candidates {
      let path = "\(options.input)/\(file)"
      try createFolder(of: file)
      guard try FileSystem.create(Array(filled.text.utf8), at: path) else { continue }
      return Started(file: file, id: filling.id(of: filled.text, file: file), path: path)
    }
    throw NewPostMortemError("there is no free name for '\(checked.title)'", help: "give it another title")
  }

  /// The draft of the one incident that exports tell of.
  private func draft(of paths: [String], _ settings: Settings) throws -> String {
    let told = Importing.drafts(of: paths, settings: settings)
    if let failure = told.unreadable.first { throw failure }
    guard let draft = told.drafts.first else {
      let problem = told.problems.first
      throw NewPostMortemError(
        problem.map { "'\($0.path)' tells of no incident: \($0.message)" } ?? "the exports tell of no incident",
        help: "see what is read with 'debrief import --dry-run'")
    }
    guard told.drafts.count == 1 else {
      throw NewPostMortemError(
        "the exports tell of \(told.drafts.count) incidents, and a new post-mortem is about one",
        help: "make a draft of each with 'debrief import'")
    }
    return draft.text
  }

  /// A link on the way could lead out of the input, where the file would never be read.
  private func createFolder(of file: String) throws {
    var path = options.input
    for part in file.split(separator: "/").dropLast() {
      path += "/\(part)"
      if FileSystem.kind(of: path) == .link {
        throw NewPostMortemError("'\(path)' is a symbolic link, and what lies behind it is not read")
      }
    }
    try FileSystem.createFolder(path)
  }

  private func skeletons(_ settings: String?) throws -> Skeletons {
    let folder = TemplateFolder.standard(settings: settings)
    return Skeletons(TemplateLibrary(overrides: try TemplateFolder.read(folder), folder: folder))
  }
}

extension Skeletons {
  init(_ library: TemplateLibrary) {
    var texts: [String: String] = [:]
    for name in library.skeletonNames where FileName.hasKnownExtension(name) {
      texts[FileName.withoutExtension(name)] = library.skeleton(name).map { String(decoding: $0, as: UTF8.self) }
    }
    self.init(texts)
  }
}

/// Settings that have to be put right before a command can do its work.
package struct UnusableSettings: Error {
  package let settings: LoadedSettings
}
