internal import ArgumentParser
internal import Diagnostics
internal import Pipeline
internal import PostMortems

/// `debrief config`: the settings in force, each with where it came from.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Print the settings in force, each with where it came from.",
    discussion: """
      With --schema it prints a JSON Schema instead, for editors: of debrief.yml, or of the front matter of post-mortems or \
      cause records, with the severities, services and teams of these settings.

      Examples:
        debrief config
        debrief config --json
        debrief config --schema settings > debrief.schema.json
      """)

  @OptionGroup var input: InputArguments

  @Flag(name: .long, help: "Print one JSON document.")
  var json = false

  @Option(name: .long, help: ArgumentHelp("Print a schema: settings, post-mortem, cause.", valueName: "name"))
  var schema: SchemaName?

  enum SchemaName: String, ExpressibleByArgument, CaseIterable {
    case settings, cause
    case postMortem = "post-mortem"
  }

  func run() throws {
    let settings = try SettingsInForce.read(input.options, given: given)
    try SettingsReport.failIfBroken(settings.settings, style: .plain)
    if let schema, let value = FormatSchemas.schema(schema.rawValue, settings: settings.settings.settings) {
      return Terminal.printRaw(value.text)
    }
    if json { return Terminal.printRaw(settings.json.text) }
    for entry in settings.entries {
      let value = Visible.text(entry.value == .null ? "not set" : entry.value.compact)
      Terminal.print("\(entry.key): \(value)  (\(entry.source))")
    }
  }

  /// What the command line says, or would.
  private var given: [SettingsInForce.Entry] {
    let options = input.options
    let day = ProcessEnvironment.value("SOURCE_DATE_EPOCH") == nil ? "default" : "SOURCE_DATE_EPOCH"
    return [
      entry("input", .string(options.input), input.givenInput == nil ? "" : "--input"),
      entry("as_of", .string(options.asOf.iso), input.asOf == nil ? day : "--as-of"),
      entry("jobs", .int(options.jobs), input.jobs == nil ? "default" : "--jobs"),
    ]
  }

  private func entry(_ key: String, _ value: JSONValue, _ source: String) -> SettingsInForce.Entry {
    SettingsInForce.Entry(key: key, value: value, source: source)
  }
}
