internal import ArgumentParser
internal import Diagnostics
internal import Exchange
internal import Pipeline

/// `debrief init`: everything a knowledge base needs, in a folder of its own or in a repository that is there.
struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Make a folder a knowledge base: settings, response plan, example, automation.",
    discussion: """
      No file that is there is changed; what is to be added to one by hand is said. Post-mortems that lie elsewhere, such \
      as in docs/postmortems, are found and become the input. A second run writes nothing.

      Example:
        debrief init && debrief build
      """)

  @Argument(help: "The folder; it is made where it is missing.")
  var folder = "."

  @Flag(name: .long, help: "Also put the skeletons of 'debrief new' into templates/skeletons, to change them.")
  var skeletons = false

  @Flag(name: .long, help: "Print one JSON document.")
  var json = false

  func run() async throws {
    let starter = KnowledgeBaseStarter(
      folder, copiesSkeletons: skeletons, executable: ProcessEnvironment.executable)
    let report = try await starter.start()
    let text = InitText(report: report, folder: folder)
    if json { return Terminal.printRaw(text.json) }
    for line in text.lines { Terminal.print(line) }
    for line in text.next { Terminal.printError(line) }
  }
}

/// What `init` says on the terminal and as JSON.
struct InitText {
  let report: KnowledgeBaseStarter.Report
  let folder: String

  var json: String {
    let example = report.written.contains("\(report.input)/\(StartFiles.exampleName)") ? StartFiles.exampleName : nil
    let left = report.left.map { file in
      JSONValue.object(["file": .string(file.file), "advice": .string(file.advice)])
    }
    return JSONValue.object([
      "file": example.map(JSONValue.string) ?? .null,
      "id": example.map { .string(String($0.dropLast(3))) } ?? .null,
      "input": .string(report.input),
      "documents": .int(report.documents),
      "others": .strings(report.others),
      "written": .strings(report.written),
      "left": .array(left),
    ]).text
  }

  var lines: [String] {
    report.written.map { "wrote  \($0)" }
      + report.left.map { "left   \($0.file)" + ($0.advice.isEmpty ? "" : ": \($0.advice)") }
  }

  var next: [String] {
    var lines: [String] = []
    if report.documents > 0 {
      lines.append("\(report.documents) post-mortem\(report.documents == 1 ? "" : "s") in \(report.input)")
    }
    for folder in report.others {
      lines.append("'\(folder)' looks as if it held post-mortems too; move them to \(report.input)")
    }
    if report.lacksSource {
      lines.append(
        "set DEBRIEF_REPOSITORY and DEBRIEF_COMMIT at the head of the files for continuous integration: where debrief is cloned from"
      )
    }
    guard !report.written.isEmpty else { return lines + ["nothing to write: this is a knowledge base already"] }
    let enter = folder == "." ? "" : "cd \(folder) && "
    if report.documents > 0, report.written.contains("debrief.yml") {
      lines.append("old documents need not be perfect today: debrief check --write-baseline remembers what is known")
      lines.append("what they already say, as data: debrief adopt --json")
    }
    return lines + [
      "next: \(enter)debrief build, then open site/index.html; debrief new \"What failed\" begins the next one"
    ]
  }
}
