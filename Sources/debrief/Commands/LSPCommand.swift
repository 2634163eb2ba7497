internal import ArgumentParser
internal import LanguageServer
internal import Pipeline
internal import PostMortems
internal import RPC

/// `debrief lsp`: editor support.
struct LSPCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lsp",
    abstract: "Help an editor: the Language Server Protocol over standard input and output.",
    discussion: """
      An editor starts it for the folder that it has open. Findings appear as one types, with their fixes; keys, services, \
      causes and ids are completed; hovering tells what a word means. Saving a file brings the findings that depend on all \
      documents. It never writes.

      Example:
        debrief lsp
      """)

  @OptionGroup var input: InputArguments

  func run() throws {
    guard let signal = WakeSignal() else { throw ExitStatus.inputOutput }
    let arguments = input
    let options = arguments.options
    let source = EditorWorkspace(input: arguments.givenInput, signal: signal) { folder in
      // One core stays for the keystrokes.
      var own = InputOptions(
        input: folder, config: options.config, asOf: options.asOf, jobs: max(1, options.jobs - 1))
      own.program = options.program
      return own
    }
    let server = LanguageServer(source, version: Version.number)
    let handler = StandardConversation.run(RPCConnection(.contentLength, handler: server), signal: signal)
    if !handler.hasEnded { throw ExitStatus.findings }
  }
}
