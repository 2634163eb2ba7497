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
      \(ExportFormats.all.map { "  \($0.name): \($0.summary)" }.joined(separator: "\n"))

      Example:
        debrief export --format ics --team edge --output edge.ics
      """)

  @OptionGroup var input: InputArguments
  @OptionGroup var site: SiteArguments

  @Option(
    name: .long,
    help: ArgumentHelp("One of: \(ExportFormats.all.map { $0.name }.joined(separator: ", ")).", valueName: "format"))
  var format: String

  @Option(name: .long, help: ArgumentHelp("The file. Default: standard output.", valueName: "path"))
  var output: String?

  @Option(name: .long, help: ArgumentHelp("Only action items of this team or owner.", valueName: "team"))
  var team: String?

  func validate() throws {
    guard ExportFormats.named(format) == nil else { return }
    let names = ExportFormats.all.map { $0.name }
    throw ValidationError("'\(format)' is not a format; known: \(names.joined(separator: ", "))")
  }

  func run() throws {
    guard let format = ExportFormats.named(format) else { throw ExitStatus.usage }
    let reading = try Reading.read(input.options, isChecked: false)
    try SettingsReport.failIfBroken(reading.settings, style: .plain)
    try TeamNames.verify(ActionSelection(team: team), reading.knowledgeBase)
    let document = format.document(
      of: reading.knowledgeBase, ExportOptions(addresses: site.addresses(reading), team: team))
    guard let output, output != "-" else { return Terminal.printRaw(String(decoding: document, as: UTF8.self)) }
    try ExportFile.write(document, to: output)
  }
}
