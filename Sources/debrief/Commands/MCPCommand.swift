internal import Diagnostics
internal import ArgumentParser
internal import Pipeline
internal import RPC

/// `debrief mcp`: the knowledge base for language models.
struct MCPCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mcp",
    abstract: "Answer questions of programs: the Model Context Protocol over standard input and output.",
    discussion: """
      A client such as an editor or an assistant starts it and asks with the tools search, read, similar, recurrences \
      and actions. It reads the documents once, at its start, and never writes. What it returns is marked as data.

      Example:
        debrief mcp --input postmortems
      """)

  @OptionGroup var input: InputArguments

  func run() throws {
    let reading = try Reading.read(input.options, isChecked: false)
    try SettingsReport.failIfBroken(reading.settings, style: .plain)
    let server = ModelContextServer(reading, jobs: input.options.jobs, version: Version.number)
    StandardConversation.run(RPCConnection(.lines, handler: server))
  }
}
