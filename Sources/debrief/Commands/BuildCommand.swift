internal import Site
internal import ArgumentParser
internal import Diagnostics
internal import KnowledgeBase
internal import Pipeline

/// `debrief build`: from post-mortems to a site.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Read, check, connect and render post-mortems as a static site.",
    discussion: """
      Only what changed is written; pages of an earlier build that are gone are removed; files of others stay.

      Example:
        debrief build --input postmortems --output site
      """)

  @OptionGroup var input: InputArguments
  @OptionGroup var report: ReportArguments

  @Option(name: .long, help: ArgumentHelp("The folder of the site.", valueName: "dir"))
  var output = "site"

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Your own templates, which replace built-in ones of the same name. Default: templates beside the settings.",
      valueName: "dir"))
  var templates: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "For whom the site is: public, internal, or an edition of the settings. Default: what their audience says.",
      valueName: "name"))
  var edition: String?

  @Option(name: .long, help: ArgumentHelp("Absolute address of the published site.", valueName: "url"))
  var baseURL: String?

  @Flag(name: .long, help: "Write nothing if there is an error.")
  var strict = false

  @Flag(name: .long, help: "Overwrite files in the output that debrief did not write.")
  var overwriteForeign = false

  @Flag(name: .long, help: "Say how long each stage took.")
  var timings = false

  @Flag(name: .long, help: "Print one JSON document.")
  var json = false

  func run() throws {
    let start = Stopwatch()
    Signals.watch()
    FreedMemory.keep()
    let result = try Build(buildOptions) { stage in
      stage == .done ? Terminal.clearProgress() : Terminal.progress("\(stage.rawValue) …")
    }.run()
    FreedMemory.leave(result)
    Terminal.clearProgress()
    if let reading = result.reading { try SettingsReport.failIfBroken(reading.settings, style: report.style(for: 2)) }
    let text = BuildText(result: result, output: output, seconds: start.seconds, style: report.style(for: 2))
    if json {
      Terminal.printRaw(text.json)
    } else {
      for line in result.findings.texts(report.style(for: 2)) { Terminal.printError(line) }
      Terminal.printError(text.summary)
    }
    if timings { Terminal.printError(text.timings) }
    if DiagnosticCounts(result.templates).reaches(.error) {
      if json { text.printTemplates() }
      throw ExitStatus.findings
    }
    try report.failIfUnreadable(result.unreadable)
    try report.failIfNeeded(result.findings.counts)
  }

  private var buildOptions: BuildOptions {
    var options = BuildOptions(input: input.options, output: output, edition: edition)
    options.templates = templates
    options.baseURL = baseURL
    options.isStrict = strict
    options.overwriteForeign = overwriteForeign
    options.home = ProcessEnvironment.value("HOME")
    options.program = ProgramIdentity.text(version: Version.full, executable: ProcessEnvironment.executable)
    return options
  }
}

/// What a build says on the terminal and as JSON.
struct BuildText {
  let result: BuildReport
  let output: String
  let seconds: Double
  let style: TerminalStyle

  var json: String {
    let counts = result.findings.counts
    let skipped = result.skipped.map { file in
      JSONValue.object(["file": .string(file.file), "reason": .string(file.reason)])
    }
    let findings = JSONValue.object([
      "error": .int(counts.error), "warning": .int(counts.warning), "note": .int(counts.note),
    ])
    return JSONValue.object([
      "post_mortems": .int(result.findings.postMortems),
      "pages": .int(result.pages),
      "written": .int(result.write?.written ?? 0),
      "removed": .int(result.write?.removed ?? 0),
      "skipped": .array(skipped),
      "findings": findings,
      "seconds": .double((seconds * 1000).rounded() / 1000),
    ]).text
  }

  /// A line a stage, with its seconds and its share of them all.
  var timings: String {
    let total = max(result.times.stages.reduce(0) { $0 + $1.seconds }, 0.001)
    return result.times.stages.map { stage in
      let name = stage.name + String(repeating: " ", count: max(1, 18 - stage.name.utf8.count))
      return "  \(name)\(FixedSeconds.text(stage.seconds))  \(Int((stage.seconds / total * 100).rounded())) %"
    }.joined(separator: "\n")
  }

  func printTemplates() {
    if !result.templates.isEmpty { Terminal.printError(TextFormatter(style: style).format(result.templates)) }
  }

  var summary: String {
    let count = result.findings.postMortems
    let documents = "\(count) post-mortem\(count == 1 ? "" : "s")"
    let findings = result.findings.summary
    guard let write = result.write else { return "nothing was written: \(templateErrors ?? findings)" }
    let skipped = result.skipped.isEmpty ? "" : ", \(result.skipped.count) files skipped"
    return """
      \(documents) → \(result.pages) pages in \(output) (\(write.written) written, \(write.unchanged) unchanged, \
      \(write.removed) removed\(skipped)) in \(FixedSeconds.text(seconds)); \(findings)
      """
  }
}

extension BuildText {
  /// With errors in the templates no document is read.
  private var templateErrors: String? {
    let count = result.templates.count
    return count == 0 ? nil : "\(count) error\(count == 1 ? "" : "s") in the templates"
  }
}

enum FixedSeconds {
  /// `0.42 s`.
  static func text(_ seconds: Double) -> String {
    let hundredths = Int((seconds * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100) s"
  }
}
