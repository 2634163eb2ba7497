internal import ArgumentParser
internal import Diagnostics
internal import Exchange
internal import KnowledgeBase
internal import Pipeline

/// `debrief due`: who owes a post-mortem.
struct DueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due", abstract: "Say which incidents of another system owe a post-mortem, and by which rule.",
    discussion: """
      Judges every incident of an export by the policy in debrief.yml (policy: due). An incident is written when a \
      post-mortem that is no draft names its key or address, or tells of the same service at the same time. waivers \
      in debrief.yml say why an incident needs none.

      Examples:
        debrief due --incidents pagerduty.json
        debrief due --incidents incidents.json --late --fail
      """)

  @OptionGroup var input: InputArguments

  @Option(
    name: .long, parsing: .singleValue,
    help: ArgumentHelp(
      "An export that 'debrief import' reads: a file, a folder, or - for standard input. May be given again.",
      valueName: "file"))
  var incidents: [String]

  @Flag(name: .long, help: "Only incidents whose post-mortem is late.")
  var late = false

  @Flag(name: .long, help: "Exit with 1 if one that is shown owes a post-mortem.")
  var fail = false

  @Flag(name: .long, help: "Print one JSON document.")
  var json = false

  func validate() throws {
    if incidents.isEmpty { throw ValidationError("say with --incidents which export to judge") }
  }

  func run() throws {
    let reading = try Reading.read(input.options, isChecked: false)
    try SettingsReport.failIfBroken(reading.settings, style: .plain)
    let base = reading.knowledgeBase
    let result = OwedPostMortems.judge(incidents, base)
    for problem in result.problems { Terminal.printError(ImportMessages.text(problem)) }
    for failure in result.unreadable { Terminal.printError("debrief: \(failure)") }
    let shown = result.verdicts.filter { !late || $0.verdict == .late }
    if json {
      Terminal.printRaw(JSONValue.array(shown.map { $0.json(in: base) }).text)
    } else {
      let text = DueText(base)
      let lines = text.lines(shown)
      if !lines.isEmpty { Terminal.print(lines.joined(separator: "\n")) }
      Terminal.printError(text.summary(result.verdicts))
    }
    if !result.unreadable.isEmpty { throw ExitStatus.inputOutput }
    if result.verdicts.isEmpty, result.problems.contains(where: \.isFailure) { throw ExitStatus.findings }
    if fail, shown.contains(where: \.isOpen) { throw ExitStatus.findings }
  }
}
