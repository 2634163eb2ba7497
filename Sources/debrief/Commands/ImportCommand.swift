internal import ArgumentParser
internal import Diagnostics
internal import Exchange
internal import Pipeline
internal import PostMortems

/// `debrief import`: exports of other systems become drafts.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Make drafts of what other systems recorded of incidents.",
    discussion: """
      Reads files, folders and standard input (-). What several exports tell of one incident becomes one draft with one \
      timeline; people appear by their roles, secrets are taken out, and what no export knows is marked for you. A \
      second import adds only what is new and never touches what you wrote.

      Systems: \(SourceSystem.allCases.map(\.rawValue).joined(separator: ", ")).

      Examples:
        debrief import alertmanager.json pagerduty.json slack-export/
        debrief import --dry-run incident.json
      """)

  @OptionGroup var input: InputArguments

  @Argument(help: ArgumentHelp("Files and folders, or - for standard input.", valueName: "path"))
  var paths: [String]

  @Option(
    name: .long,
    help: ArgumentHelp("Whose exports they are, instead of telling by their content.", valueName: "system"),
    transform: { text in
      let word = text.lowercased()
      if let system = SourceSystem.allCases.first(where: { $0.rawValue == word || $0.title.lowercased() == word }) {
        return system
      }
      let names = SourceSystem.allCases.map(\.rawValue)
      let near = NearMiss.nearest(to: word, in: names).map { "; did you mean '\($0)'?" } ?? ""
      throw ValidationError("'\(text)' is not a known system\(near) Known: \(names.joined(separator: ", "))")
    })
  var from: SourceSystem?

  @Flag(name: .long, help: "Print the drafts and write nothing.")
  var dryRun = false

  @Flag(name: .long, help: "Keep notifications and assignments as rows of the timeline.")
  var verbose = false

  @Flag(name: .long, help: "Print one JSON document.")
  var json = false

  func run() throws {
    var importing = Importing(input: input.options)
    importing.system = from
    importing.includesChatter = verbose
    importing.isDryRun = dryRun
    importing.mayCreateInput = input.givenInput == nil
    let report = try importing.run(paths)
    try SettingsReport.failIfBroken(report.settings, style: .plain)
    for problem in report.problems { Terminal.printError(ImportMessages.text(problem)) }
    for failure in report.unreadable { Terminal.printError("debrief: \(failure)") }
    if json {
      let drafts = report.drafts.map { $0.outcome.incident.json(file: $0.file, includesChatter: verbose) }
      Terminal.printRaw(JSONValue.array(drafts).text)
    } else {
      for record in report.records { Terminal.print(record) }
      for draft in report.drafts {
        Terminal.print(ImportMessages.text(draft, isDryRun: dryRun, includesChatter: verbose))
      }
      if let next = ImportMessages.next(report, isDryRun: dryRun) { Terminal.printError(next) }
    }
    if !report.unreadable.isEmpty { throw ExitStatus.inputOutput }
    if report.problems.contains(where: \.isFailure) { throw ExitStatus.findings }
  }
}
