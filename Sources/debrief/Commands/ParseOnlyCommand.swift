internal import ArgumentParser
internal import Pipeline

/// The worker that tries documents on the parser before the program itself does; no command for people.
struct ParseOnlyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: ParserGuard.command, abstract: "Parse files named on standard input and say when each is done.",
    shouldDisplay: false)

  func run() throws { try ParserProbe.run() }
}
