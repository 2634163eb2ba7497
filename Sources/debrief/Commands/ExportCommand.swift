internal import ArgumentParser
internal import Diagnostics
internal import Exchange
internal import KnowledgeBase
internal import Pipeline

/// `debrief export`: the knowledge base for other programs.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write the knowledge base in a form that other programs read.",
    discussion: """
      Formats:
      \(ExportForm.all.map { "  \($0.name): \($0.summary)" }.joined(separator: "\n"))

      csv and markdown write a folder, sqlite a file; the others print where no path is given. A folder may hold other \
      files: none of them is changed. opensearch writes an index template beside its file. The markdown folder, read \
      as --input, gives the same json.

      Examples:
        debrief export --format json --output postmortems.json
        debrief export --format sqlite --output postmortems.sqlite
        debrief export --format ics --team edge --output edge.ics
      """)

  @OptionGroup var input: InputArguments
  @OptionGroup var site: SiteArguments

  @Option(
    name: .long,
    help: ArgumentHelp("One of: \(ExportForm.all.map { $0.name }.joined(separator: ", ")).", valueName: "format"))
  var format: String

  @Option(name: .long, help: ArgumentHelp("The file or folder. Default: standard output.", valueName: "path"))
  var output: String?

  @Option(name: .long, help: ArgumentHelp("With ics: only action items of this team or owner.", valueName: "team"))
  var team: String?

  func validate() throws {
    guard let form = ExportForm.named(format) else {
      let names = ExportForm.all.map { $0.name }
      let near = NearMiss.nearest(to: format, in: names).map { "; did you mean '\($0)'?" } ?? ""
      throw ValidationError("'\(format)' is not a format\(near) Known: \(names.joined(separator: ", "))")
    }
    if form.needsPath, path == nil { throw ValidationError("\(format) needs --output with the path to write") }
    if team != nil, format != "ics" { throw ValidationError("--team goes with --format ics alone") }
  }

  private var path: String? { output.flatMap { $0.isEmpty || $0 == "-" ? nil : $0 } }

  func run() throws {
    guard let form = ExportForm.named(format) else { throw ExitStatus.usage }
    var options = input.options
    options.edition = .site(nil)
    let reading = try Reading.read(options, isChecked: false)
    try SettingsReport.failIfBroken(reading.settings, style: .plain)
    try TeamNames.verify(ActionSelection(team: team), reading.knowledgeBase)
    let document = try Exporting.run(
      form, of: reading, options, ExportOptions(addresses: site.addresses(reading), team: team), to: path,
      home: ProcessEnvironment.value("HOME"))
    if let document { Terminal.printRaw(String(decoding: document, as: UTF8.self)) }
  }
}
