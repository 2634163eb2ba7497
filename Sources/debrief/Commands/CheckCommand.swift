internal import ArgumentParser
internal import Diagnostics
internal import KnowledgeBase
internal import Pipeline
internal import PostMortems

/// `debrief check`: all findings of all files in one run.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check post-mortems and report every finding with its place.",
    discussion: """
      Example:
        debrief check --input postmortems --min-level warning
      """)

  @OptionGroup var input: InputArguments
  @OptionGroup var report: ReportArguments

  @Argument(help: "Report on these files and folders only, relative to the input or the working folder.")
  var paths: [String] = []

  @Option(name: .long, help: ArgumentHelp("Output: text, json, github.", valueName: "format"))
  var format = Format.text

  @Option(
    name: .long, help: ArgumentHelp("Show findings of at least this level: error, warning, note.", valueName: "level"))
  var minLevel = MinLevel.note

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, github
  }

  enum MinLevel: String, ExpressibleByArgument, CaseIterable {
    case error, warning, note

    var level: Level { Level(rawValue: rawValue) ?? .note }
  }

  func run() throws {
    let options = input.options
    let reading = try Reading.read(options)
    try SettingsReport.failIfBroken(reading.settings, style: report.style(for: 2))
    let selection = PathSelection(paths: paths, input: options.input)
    let selected = reading.diagnostics.filter { selection.contains($0.file) }
    let shown = selected.filter { $0.level >= minLevel.level }
    let prefix = options.input == "." ? "" : options.input + "/"
    switch format {
    case .json: Terminal.printRaw(JSONFormatter.format(shown))
    case .github: Terminal.printRaw(GitHubFormatter.format(shown, pathPrefix: prefix))
    case .text:
      let formatter = TextFormatter(pathPrefix: prefix, style: report.style(for: 1))
      if !shown.isEmpty { Terminal.print(formatter.format(shown)) }
      let files = reading.knowledgeBase.postMortems.count { selection.contains($0.file) }
      Terminal.printError(TextFormatter.summary(shown, of: files, unit: "post-mortem"))
    }
    try report.failIfNeeded(selected)
  }
}

/// The files that a command was asked about; all of them where it was not told.
struct PathSelection {
  private let prefixes: [String]

  init(paths: [String], input: String) {
    prefixes = paths.map { path in
      var path = path
      while path.hasPrefix("./") { path.removeFirst(2) }
      while path.count > 1, path.hasSuffix("/") { path.removeLast() }
      return path == input ? "" : path.hasPrefix(input + "/") ? String(path.dropFirst(input.count + 1)) : path
    }
  }

  func contains(_ file: String) -> Bool {
    prefixes.isEmpty || prefixes.contains { $0.isEmpty || $0 == "." || file == $0 || file.hasPrefix($0 + "/") }
  }
}
