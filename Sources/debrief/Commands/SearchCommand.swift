internal import ArgumentParser
internal import Diagnostics
internal import Pipeline

/// `debrief search`: the site's ranking in the terminal.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Search post-mortems with the ranking of the site.",
    discussion: """
      Quote a phrase, leave out a word with -word, narrow with service:name. A pasted traceback finds its signature.

      Example:
        debrief search "certificate expired" --limit 3
      """)

  @OptionGroup var input: InputArguments

  @Argument(help: "What to look for.")
  var query: [String] = []

  @Option(name: .long, help: ArgumentHelp("How many results.", valueName: "n"))
  var limit = 10

  @Option(
    name: .long,
    help: ArgumentHelp("A file with a traceback or log lines to look for; - for standard input.", valueName: "file"))
  var paste: String?

  @Flag(name: .long, help: "Print one JSON document.")
  var json = false

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit takes a number from 1") }
    if query.isEmpty, paste == nil { throw ValidationError("say what to look for, or give --paste a file") }
  }

  func run() throws {
    let pasted = try paste.map { try TextInput.read($0) }
    let words = ([query.joined(separator: " ")] + [pasted].compactMap { $0 }).filter { !$0.isEmpty }
    let reading = try Reading.read(input.options, isChecked: false)
    try SettingsReport.failIfBroken(reading.settings, style: .plain)
    let answer = TerminalSearch(reading, jobs: input.options.jobs).answer(
      words.joined(separator: "\n"), limit: limit, isPaste: pasted != nil)
    if json { return Terminal.printRaw(JSONValue.array(answer.results.map(value)).text) }
    for (number, result) in answer.results.enumerated() {
      Terminal.print("\(number + 1). \(Visible.text(result.title))")
      Terminal.print("   \(([result.date, result.severity].compactMap { $0 } + [result.file]).joined(separator: "  "))")
      if let mitigation = result.mitigation { Terminal.print("   stopped by: \(Visible.text(mitigation))") }
      if !result.why.isEmpty { Terminal.print("   \(Visible.text(result.why))") }
    }
    if answer.isRelaxed { Terminal.printError("no post-mortem has this phrase; these have its words") }
    if let suggestion = answer.suggestion { Terminal.printError("did you mean '\(Visible.text(suggestion))'?") }
    Terminal.printError("\(answer.total) result\(answer.total == 1 ? "" : "s")")
  }

  private func value(_ result: TerminalSearch.Result) -> JSONValue {
    .object([
      "file": .string(result.file), "id": .string(result.id), "title": .string(result.title),
      "score": .int(result.score), "why": .string(result.why),
    ])
  }
}
