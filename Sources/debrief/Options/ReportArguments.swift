internal import ArgumentParser
internal import Diagnostics
internal import Pipeline
internal import Site

/// How findings are shown and when they make a command fail.
struct ReportArguments: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("Exit with 1 at findings of this level: error, warning, note, never.", valueName: "level"))
  var failLevel = FailLevel.error

  @Option(name: .long, help: ArgumentHelp("Use colour: auto, always, never.", valueName: "when"))
  var color = ColorChoice.auto

  /// Colour on a terminal only, unless the caller insists; `NO_COLOR` turns it off.
  func style(for descriptor: Int32) -> TerminalStyle {
    switch color {
    case .always: .colored
    case .never: .plain
    case .auto:
      Terminal.isTerminal(descriptor) && (ProcessEnvironment.value("NO_COLOR") ?? "").isEmpty ? .colored : .plain
    }
  }

  /// Ends the command with 74 where a file could not be read, naming each: what was made of the rest says too little.
  func failIfUnreadable(_ files: [SkippedFile]) throws {
    guard !files.isEmpty else { return }
    for file in files { Terminal.printError("debrief: \(file.reason)") }
    throw ExitStatus.inputOutput
  }

  /// Ends the command with 1 where a finding reaches the fail level.
  func failIfNeeded(_ diagnostics: [Diagnostic]) throws {
    try failIfNeeded(DiagnosticCounts(diagnostics))
  }

  func failIfNeeded(_ counts: DiagnosticCounts) throws {
    if let level = failLevel.level, counts.reaches(level) { throw ExitStatus.findings }
  }
}

/// The least level at which a command fails.
enum FailLevel: String, ExpressibleByArgument, CaseIterable {
  case error, warning, note, never

  var level: Level? { Level(rawValue: rawValue) }
}

enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
}

/// Settings that cannot be used end every command, with their places.
enum SettingsReport {
  static func failIfBroken(_ settings: LoadedSettings, style: TerminalStyle) throws {
    guard !settings.diagnostics.isEmpty else { return }
    Terminal.printError(TextFormatter(style: style).format(settings.diagnostics))
    throw ExitStatus.usage
  }
}
