internal import ArgumentParser
internal import Diagnostics
internal import Pipeline
internal import PostMortems
internal import Server

/// `debrief serve`: the site as it would be built, on this machine, made anew on each change.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Show the site in a browser and reload it on every change.",
    discussion: """
      Only this machine can reach it. Nothing is written: pages are made when they are asked for. What is wrong with a
      document, the settings or a template is shown on the page; Ctrl-C ends it.

      Example:
        debrief serve --input postmortems --port 8080
      """)

  @OptionGroup var input: InputArguments

  @Option(name: .long, help: ArgumentHelp("The port; 0 for any that is free.", valueName: "number"))
  var port: UInt16 = 8080

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Your own templates, which replace built-in ones of the same name. Default: templates beside the settings.",
      valueName: "dir"))
  var templates: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "For whom the site is: public, internal, or an edition of the settings. Default: what their audience says.",
      valueName: "name"))
  var edition: String?

  func run() async throws {
    Signals.watch()
    let board = SiteBoard()
    let answers = SiteAnswers(board)
    let (options, asOf) = (buildOptions, input.asOf)
    do {
      let server = try LoopbackServer(port: port) { await answers.answer($0) }
      try await server.run { port in
        let address = "http://127.0.0.1:\(port)"
        var options = options
        options.baseURL = address
        Terminal.progress("reading …")
        let build = LiveBuild(options, today: { asOf ?? Self.today }, board: board) { line in
          Terminal.clearProgress()
          Terminal.printError(line)
        }
        try build.start()
        Terminal.clearProgress()
        Terminal.print("\(address)/")
        Terminal.printError("serving '\(options.input.input)'; Ctrl-C ends it")
      }
    } catch let error as ServerError {
      Terminal.printError("debrief: \(error)")
      throw ExitStatus.inputOutput
    }
  }

  private static var today: Day { Instant(seconds: ProcessEnvironment.now).day }

  private var buildOptions: BuildOptions {
    var options = BuildOptions(input: input.options, output: "", edition: edition)
    options.templates = templates
    return options
  }
}
