internal import ArgumentParser
internal import Diagnostics
internal import Exchange
internal import KnowledgeBase
internal import Pipeline
internal import Site
internal import PostMortems
internal import Validation

/// `debrief check`: all findings of all files in one run.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check post-mortems and report every finding with its place.",
    discussion: """
      Examples:
        debrief check --input postmortems --min-level warning
        debrief check --changed-since origin/main --format github
        debrief check --fix
      """)

  @OptionGroup var input: InputArguments
  @OptionGroup var report: ReportArguments

  @Argument(help: "Report on these files and folders only, relative to the input or the working folder.")
  var paths: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp("Output: text, json, sarif, github, gitlab, junit, markdown.", valueName: "format"))
  var format = CheckFormat.text

  @Flag(name: .long, help: "Apply the safe fixes, then report what is left.")
  var fix = false

  @Flag(name: .long, help: "Print the safe fixes as a diff and change nothing; with --fix, print what was changed.")
  var diff = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Report only what this baseline does not hold. Default: \(BaselineFile.name) in the working folder, if there.",
      valueName: "file"))
  var baseline: String?

  @Flag(name: .long, help: "Write the findings of today as the baseline.")
  var writeBaseline = false

  @Option(name: .long, help: ArgumentHelp("Report only on files that differ from this revision.", valueName: "rev"))
  var changedSince: String?

  @Option(
    name: .long, help: ArgumentHelp("Show findings of at least this level: error, warning, note.", valueName: "level"))
  var minLevel = MinLevel.note

  enum MinLevel: String, ExpressibleByArgument, CaseIterable {
    case error, warning, note

    var level: Level { Level(rawValue: rawValue) ?? .note }
  }

  func run() async throws {
    FreedMemory.keep()
    let options = input.options
    try options.verify(paths)
    var reading = try Reading.read(options)
    try SettingsReport.failIfBroken(reading.settings, style: report.style(for: 2))
    let changed = try await changedFiles(options.input)
    let selection = PathSelection(paths: paths, input: options.input, changed: changed)
    if fix || diff {
      let fixed = try SourceFixer(root: options.input).fix(
        reading.diagnostics.filter { selection.contains($0.file) }, isDryRun: !fix)
      if diff { Terminal.printRaw(fixed.diff) }
      if !fix { return }
      Terminal.printError("fixed \(fixed.fixes) in \(fixed.files) files")
      reading = try Reading.read(options)
    }
    let selected = try knownTakenOut(reading.diagnostics.filter { selection.contains($0.file) })
    let shown = selected.filter { $0.level >= minLevel.level }
    CheckOutput(format: format, input: options.input, style: report.style(for: 1))
      .print(shown, of: reading, selection: selection)
    try report.failIfUnreadable(reading.unreadable.filter { selection.contains($0.file) })
    try report.failIfNeeded(selected)
  }

  private func changedFiles(_ folder: String) async throws -> Set<String>? {
    guard let changedSince else { return nil }
    return try await ChangedFiles.since(changedSince, in: folder)
  }

  /// Writes the baseline, or takes out what it holds.
  private func knownTakenOut(_ diagnostics: [Diagnostic]) throws -> [Diagnostic] {
    let path = baseline ?? BaselineFile.name
    if writeBaseline {
      try BaselineFile.write(Baseline(diagnostics), to: path)
      Terminal.printError("\(diagnostics.count) findings written to \(path)")
      return []
    }
    guard baseline != nil || BaselineFile.exists(path) else { return diagnostics }
    return try BaselineFile.read(path).news(in: diagnostics)
  }
}

enum CheckFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, sarif, github, gitlab, junit, markdown
}
