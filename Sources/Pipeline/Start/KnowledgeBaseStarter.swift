internal import Exchange
internal import PostMortems
internal import Templates

/// Makes a folder a knowledge base and changes no file that is there.
package struct KnowledgeBaseStarter: Sendable {
  /// What was done, and what is left to do by hand.
  package struct Report: Sendable {
    /// Relative to the folder, sorted.
    package var written: [String] = []
    package var left: [LeftFile] = []
    /// The folder of the post-mortems, relative to the folder.
    package var input = ""
    /// How many documents lay in the input before.
    package var documents = 0
    /// Other folders that look as if they held post-mortems.
    package var others: [String] = []
    /// Whether the files for continuous integration still want to know where debrief comes from.
    package var lacksSource = false
  }

  /// A file that was there, with what to add to it; empty where nothing is.
  package struct LeftFile: Sendable, Equatable {
    package let file: String
    package let advice: String
  }

  private let folder: String
  private let copiesSkeletons: Bool
  private let executable: String?

  /// - Parameters:
  ///   - copiesSkeletons: whether the built-in skeletons are put where their author can change them.
  ///   - executable: the path of the program itself, which tells where it was built.
  package init(_ folder: String, copiesSkeletons: Bool = false, executable: String? = nil) {
    self.folder = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    self.copiesSkeletons = copiesSkeletons
    self.executable = executable
  }

  package func start() async throws -> Report {
    try FileSystem.createFolder(folder)
    let survey = await RepositorySurvey.survey(folder, executable: executable)
    let found = PostMortemFinder.find(in: folder)
    var facts = survey.facts
    facts.input = Self.input(among: found)
    let places = ["debrief.yml", "\(facts.input)/debrief.yml"].filter { FileSystem.isFile(at($0)) }
    let settings = try places.first.map { path throws(FileSystemError) in try SettingsLocator.load(at(path)) }
    if let settings, !settings.diagnostics.isEmpty { throw UnusableSettings(settings: settings) }
    if places.first == "debrief.yml" { facts.input = settings?.settings.input ?? "postmortems" }
    let listing = FileSystem.isFolder(at(facts.input)) ? try InputScanner.scan(at(facts.input)) : InputListing()
    var report = Report(input: facts.input, documents: listing.postMortems.count)
    report.others = found.map(\.folder).filter { $0 != facts.input }.map { $0.isEmpty ? "." : $0 }

    let library = TemplateLibrary()
    let files = StartFiles(facts) { library.startFile($0) ?? "" }
    for file in content(files, listing, isBegun: settings != nil) { try put(file, &report) }
    if copiesSkeletons { for file in skeletons(library) { try put(file, &report) } }
    if let path = places.first {
      let isTold = facts.input == "postmortems" || settings?.settings.input != nil || path != "debrief.yml"
      report.left.append(LeftFile(file: path, advice: isTold ? "" : files.settings.advice))
    } else {
      try put(files.settings, &report)
    }
    try put(files.ignore, &report)
    try putAutomation(files, survey, &report)
    report.written.sort()
    report.lacksSource =
      facts.debriefRepository.isEmpty && report.written.contains { $0.hasPrefix(".git") && $0.hasSuffix("yml") }
    return report
  }

  private func at(_ path: String) -> String { "\(folder)/\(path)" }

  /// `postmortems` where it is there or nothing else is found; the top of a repository cannot be the input, as the site
  /// and the templates lie there too.
  private static func input(among found: [PostMortemFinder.Found]) -> String {
    let standard = "postmortems"
    let folders = found.map(\.folder).filter { !$0.isEmpty && !$0.contains(where: "\"'\\#:*{}[]\n".contains) }
    return folders.contains(standard) ? standard : folders.first ?? standard
  }

  /// The texts of a new knowledge base. Where there are post-mortems no example is needed, and a first cause record would
  /// turn every cause that has none into an error.
  private func content(_ files: StartFiles, _ listing: InputListing, isBegun: Bool) -> [StartFiles.File] {
    let isNew = listing.postMortems.isEmpty && listing.causes.isEmpty
    if isBegun, !(isNew && listing.plan.isEmpty) { return [] }
    return (isNew ? files.example : []) + (listing.plan.isEmpty ? files.plan : [])
  }

  private func skeletons(_ library: TemplateLibrary) -> [StartFiles.File] {
    library.skeletonNames.map { name in
      StartFiles.skeleton(name, text: library.skeleton(name).map { String(decoding: $0, as: UTF8.self) } ?? "")
    }
  }

  /// What runs by itself is looked for at the top of a repository only.
  private func putAutomation(_ files: StartFiles, _ survey: RepositorySurvey, _ report: inout Report) throws {
    let service = survey.facts.remote?.service
    var wanted = [files.preCommit]
    if service != .gitLab { wanted.append(files.gitHub) }
    guard survey.place != .below else {
      for file in wanted + (service == .gitHub ? [] : [files.gitLab]) {
        report.left.append(
          LeftFile(file: file.path, advice: "not written: it belongs at the top of the repository, which is above"))
      }
      return
    }
    for file in wanted { try put(file, &report) }
    guard service != .gitHub else { return }
    let own = files.gitLab
    if let text = try text(of: own.path), !own.isSatisfied(by: text) { try put(files.gitLabInclude, &report) }
    try put(own, &report)
  }

  private func put(_ file: StartFiles.File, _ report: inout Report) throws {
    if let parent = FileSystem.parent(of: at(file.path)) { try FileSystem.createFolder(parent) }
    if try FileSystem.create(Array(file.text.utf8), at: at(file.path)) { return report.written.append(file.path) }
    let isDone = try text(of: file.path).map(file.isSatisfied) ?? false
    report.left.append(LeftFile(file: file.path, advice: isDone ? "" : file.advice))
  }

  private func text(of path: String) throws -> String? {
    guard FileSystem.isFile(at(path)) else { return nil }
    return String(decoding: try FileSystem.read(at(path), limit: 1 << 20), as: UTF8.self)
  }
}
