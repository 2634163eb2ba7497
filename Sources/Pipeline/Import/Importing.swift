package import Exchange
package import PostMortems
internal import Diagnostics
internal import Markdown
internal import Site
internal import Validation

/// From exports of other systems to drafts in the input folder.
package struct Importing: Sendable {
  package var input: InputOptions
  package var system: SourceSystem?
  package var includesChatter = false
  /// Nothing is written.
  package var isDryRun = false
  /// Whether the input folder is made where there is none; false for one that the user named and may have misspelt.
  package var mayCreateInput = true

  package init(input: InputOptions) {
    self.input = input
  }

  /// What was made of the exports, and what could not be used.
  package func run(_ paths: [String]) throws -> ImportReport {
    let settings = try SettingsLocator.load(config: input.config, input: input.input)
    guard settings.diagnostics.isEmpty else { return ImportReport(settings: settings) }
    guard mayCreateInput || isDryRun || FileSystem.isFolder(input.input) else { throw InputError.noFolder(input.input) }
    let exports = ExportFiles.read(paths)
    var yield = ExportReaders.read(exports.files, from: system)
    var report = ImportReport(settings: settings)
    report.unreadable = exports.failures
    let (existing, unread) = try existingDrafts(settings.settings)
    guard unread.isEmpty else {
      report.problems = unread.map { file in
        ImportProblem(
          path: file.file, message: "\(file.reason); it may be the draft of what is imported, so nothing is written",
          isFailure: true)
      }
      return report
    }
    var records = ImportedRecords(input: input, settings: settings.settings, isDryRun: isDryRun)
    var importer = IncidentImport(settings: settings.settings, includesChatter: includesChatter)
    importer.alerts = try records.write(alerts: yield.alerts)
    try records.write(tickets: yield.tickets)
    try records.write(experiments: &yield)
    report.records = records.messages
    let (outcomes, problems) = importer.outcomes(of: yield, existing: existing)
    report.problems = Self.problems(
      yield.problems + records.problems + problems, found: exports.found,
      gaveSomething: !outcomes.isEmpty || !report.records.isEmpty)
    var taken: [String: Int] = [:]
    for outcome in outcomes { report.drafts.append(try write(outcome, taken: &taken)) }
    return report
  }

  /// What the exports tell, each incident with the text of a draft, without writing anything: what `new` begins with.
  package static func drafts(of paths: [String], from system: SourceSystem? = nil, settings: Settings) -> ExportedDrafts
  {
    let exports = ExportFiles.read(paths)
    let yield = ExportReaders.read(exports.files, from: system)
    let (outcomes, problems) = IncidentImport(settings: settings).outcomes(of: yield, existing: [])
    return ExportedDrafts(
      drafts: outcomes.map { (incident: $0.incident, text: $0.text) }, problems: yield.problems + problems,
      unreadable: exports.failures)
  }

  /// Of a folder's files some are no exports, which is only worth a failure where none of them is.
  private static func problems(_ all: [ImportProblem], found: Set<String>, gaveSomething: Bool) -> [ImportProblem] {
    guard gaveSomething else { return all }
    return all.map { problem in
      found.contains(problem.path) ? ImportProblem(path: problem.path, message: problem.message) : problem
    }
  }

  private func existingDrafts(_ settings: Settings) throws -> (drafts: [PostMortemDraft], unread: [SkippedFile]) {
    guard FileSystem.isFolder(input.input) else { return ([], []) }
    let listing = try InputScanner.scan(input.input)
    let reader = SourceReader(root: input.input, workers: Workers(count: input.jobs))
    let read = reader.read(listing.postMortems) { DraftReader.read($0, settings: settings) }
    return (read.values, read.failures)
  }

  // MARK: Writing

  private func write(_ outcome: IncidentImport.Outcome, taken: inout [String: Int]) throws -> ImportReport.Draft {
    if let file = outcome.existing {
      let path = "\(input.input)/\(file)"
      var difference = ""
      if outcome.state == .updated {
        let old = try FileSystem.read(path)
        difference = LineDifference.unified(String(decoding: old, as: UTF8.self), outcome.text, path: file)
        if !isDryRun { try AtomicFile.replace(path, with: Array(outcome.text.utf8)) }
      }
      return ImportReport.Draft(file: file, outcome: outcome, difference: difference)
    }
    return ImportReport.Draft(file: try create(outcome, taken: &taken), outcome: outcome, difference: "")
  }

  /// A name that nothing has yet: what another program put there is never overwritten.
  private func create(_ outcome: IncidentImport.Outcome, taken: inout [String: Int]) throws -> String {
    let stem = IncidentImport.fileStem(of: outcome.incident)
    let folder = yearFolder(outcome.incident)
    if !isDryRun { try FileSystem.createFolder(folder.isEmpty ? input.input : "\(input.input)/\(folder.dropLast())") }
    let first = (taken[folder + stem] ?? 0) + 1
    for number in first..<(first + 10_000) {
      let file = folder + stem + (number == 1 ? "" : "-\(number)") + ".md"
      let path = "\(input.input)/\(file)"
      if isDryRun {
        guard FileSystem.kind(of: path) == .missing else { continue }
      } else {
        guard try AtomicFile.create(Array(outcome.text.utf8), at: path) else { continue }
      }
      taken[folder + stem] = number
      return file
    }
    throw FileSystemError(path: "\(input.input)/\(folder)\(stem).md", operation: "find a free name for", code: 17)
  }

  /// Where the input keeps a folder a year, drafts go into it.
  private func yearFolder(_ incident: MergedIncident) -> String {
    guard let year = incident.started?.day.year, FileSystem.isFolder("\(input.input)/\(year)") else { return "" }
    return "\(year)/"
  }
}

/// Incidents of exports with the texts of their drafts, in order of time.
package struct ExportedDrafts: Sendable {
  package let drafts: [(incident: MergedIncident, text: String)]
  package let problems: [ImportProblem]
  /// Files and folders that could not be read.
  package let unreadable: [FileSystemError]
}

/// What an import did.
package struct ImportReport: Sendable {
  /// One incident with its draft.
  package struct Draft: Sendable {
    /// Relative to the input.
    package let file: String
    package let outcome: IncidentImport.Outcome
    /// What an update changed, as a unified diff.
    package let difference: String
  }

  package let settings: LoadedSettings
  package var drafts: [Draft] = []
  /// What became of things that are no incidents: alert rules, tickets, experiments.
  package var records: [String] = []
  package var problems: [ImportProblem] = []
  package var unreadable: [FileSystemError] = []

  init(settings: LoadedSettings) {
    self.settings = settings
  }
}
