internal import ArgumentParser
internal import Diagnostics
internal import Exchange
internal import Pipeline

/// `debrief new`: a new post-mortem with all that is known filled in.
struct NewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Begin a post-mortem from a skeleton, named by day and title.",
    discussion: """
      The skeleton follows from kind and severity: incident, minor, near-miss or drill, or one of your own in \
      templates/skeletons/. No file is ever overwritten. 'debrief check' then names the parts that wait for you.

      Examples:
        debrief new "Checkout answers 502" --severity SEV2 --service checkout
        debrief new "Restore orders" --kind drill --started 2026-03-01T10:00Z
        debrief new "Checkout down" --from alertmanager.json slack-export/
      """)

  @OptionGroup var input: InputArguments

  @Argument(help: "What failed, in a few words.")
  var title: String

  @Option(name: .long, help: ArgumentHelp("A severity of the scale; left to the author without it.", valueName: "s"))
  var severity: String?

  @Option(
    name: .long, help: ArgumentHelp("A service that failed; once for each. Its team follows.", valueName: "s"))
  var service: [String] = []

  @Option(name: .long, help: ArgumentHelp("incident, near-miss or drill. Default: incident.", valueName: "k"))
  var kind: String?

  @Option(
    name: .long,
    help: ArgumentHelp("This skeleton instead of the one that fits kind and severity.", valueName: "name"))
  var skeleton: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "When it began, such as 2026-03-01T13:42Z; the file is named by that day. Default: by --as-of, today.",
      valueName: "time"))
  var started: String?

  @Option(
    name: .long, parsing: .upToNextOption,
    help: ArgumentHelp(
      "Begin with what exports of other systems tell of the incident, as 'debrief import' reads them.",
      valueName: "file"))
  var from: [String] = []

  @Flag(name: .long, help: "Open the file in $VISUAL or $EDITOR.")
  var edit = false

  @Flag(name: .long, help: "Print one JSON document.")
  var json = false

  func run() async throws {
    let editor = try edit ? editorCommand() : nil
    var request = NewPostMortem(title: title)
    request.severity = severity
    request.services = service
    request.kind = kind
    request.skeleton = skeleton
    request.started = started
    let new = try PostMortemStarter(input.options).start(request, exports: from)
    if json {
      Terminal.printRaw(JSONValue.object(["file": .string(new.file), "id": .string(new.id)]).text)
    } else {
      Terminal.print(new.path)
      let place = input.givenInput.map { "--input \($0) " } ?? ""
      Terminal.printError("its parts wait for you: debrief check \(place)\(new.file)")
    }
    if let editor { try await Editor.open(new.path, with: editor) }
  }

  /// Asked before anything is written.
  private func editorCommand() throws -> String {
    let names = ["VISUAL", "EDITOR"]
    guard let command = names.lazy.compactMap(ProcessEnvironment.value).first(where: { !$0.isEmpty }) else {
      throw NewPostMortemError("no editor is set", help: "set EDITOR to the program that you write with, such as vi")
    }
    return command
  }
}
