internal import ArgumentParser
internal import Diagnostics
internal import Exchange
internal import Pipeline

/// The program: commands, exit codes, colour. It is the only part that prints.
@main
struct Debrief: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "debrief",
    abstract: "A knowledge base of post-mortems: checks them, links what comes back, publishes a searchable site.",
    discussion: """
      Reads post-mortems written as markdown with front matter from a folder in git.

      Example:
        debrief build --input postmortems --output site
      """,
    version: Version.full,
    subcommands: [
      InitCommand.self, NewCommand.self, ImportCommand.self, AdoptCommand.self, CheckCommand.self, BuildCommand.self,
      ServeCommand.self,
      SearchCommand.self, SimilarCommand.self, RecurrencesCommand.self, TrendsCommand.self, ActionsCommand.self,
      DueCommand.self, DigestCommand.self, ExportCommand.self, RulesCommand.self, ExplainCommand.self,
      MCPCommand.self, ParseOnlyCommand.self,
    ])

  /// Runs the command line; what goes wrong becomes one of the exit codes of the manual.
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let error as ExitStatus {
      ProcessExit.now(error.code)
    } catch let error as FileSystemError {
      Terminal.printError("debrief: \(error)")
      ProcessExit.now(ExitStatus.inputOutput.code)
    } catch let error as OutputError {
      Terminal.printError("debrief: \(error)")
      ProcessExit.now(ExitStatus.inputOutput.code)
    } catch let error as PublicationRefused {
      Terminal.printError("debrief: \(error)")
      ProcessExit.now(ExitStatus.findings.code)
    } catch let stop as Interruption.Stop {
      ProcessExit.now(128 + stop.signal)
    } catch let error as GitError {
      Terminal.printError("debrief: \(error)")
      ProcessExit.now(ExitStatus.usage.code)
    } catch let error as NewPostMortemError {
      Terminal.printError("debrief: \(error)")
      ProcessExit.now(ExitStatus.usage.code)
    } catch let error as EditorError {
      Terminal.printError("debrief: \(error)")
      ProcessExit.now(ExitStatus.findings.code)
    } catch let error as UnusableSettings {
      Terminal.printError(TextFormatter(style: .plain).format(error.settings.diagnostics))
      ProcessExit.now(ExitStatus.usage.code)
    } catch let error as InputError {
      Terminal.printError("debrief: \(error)")
      ProcessExit.now(ExitStatus.usage.code)
    } catch {
      exitAsArgumentParserWould(error)
    }
  }

  /// ArgumentParser's own messages; its code for wrong usage, 64, becomes 2.
  private static func exitAsArgumentParserWould(_ error: any Error) -> Never {
    let code = exitCode(for: error)
    let message = fullMessage(for: error)
    if code == .success {
      if !message.isEmpty { Terminal.print(message) }
      ProcessExit.now(0)
    }
    if !message.isEmpty { Terminal.printError(message) }
    ProcessExit.now(code == .validationFailure ? ExitStatus.usage.code : code.rawValue)
  }
}

/// How a command ends other than by success.
struct ExitStatus: Error {
  let code: Int32

  /// Something at or above the fail level was found.
  static let findings = ExitStatus(code: 1)
  /// Wrong usage or settings that cannot be used.
  static let usage = ExitStatus(code: 2)
  static let inputOutput = ExitStatus(code: 74)
}
