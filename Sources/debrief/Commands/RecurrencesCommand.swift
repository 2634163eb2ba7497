internal import ArgumentParser
internal import Diagnostics
internal import KnowledgeBase
internal import Pipeline

/// `debrief recurrences`: what came back, and whether the promise held.
struct RecurrencesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recurrences", abstract: "Show the causes that struck more than once, and what had been promised.",
    discussion: """
      For each repeat a verdict on the action items that were to prevent it, as they stood on that day:

        failed-action    it was done before, and the cause came back
        open-action      it was promised and not yet done
        declined-action  it had been declined
        no-action        nothing had been promised here
        unknown          what the documents say does not suffice

      Example:
        debrief recurrences
        debrief recurrences --json
      """)

  @OptionGroup var input: InputArguments

  @Flag(name: .long, help: "Also list pairs of post-mortems that look like one cause and share none.")
  var suggested = false

  @Flag(name: .long, help: "Print one JSON document.")
  var json = false

  func run() throws {
    let reading = try Reading.read(input.options)
    try SettingsReport.failIfBroken(reading.settings, style: .plain)
    let knowledgeBase = reading.knowledgeBase
    let pairs = suggested ? knowledgeBase.related.suggestions : []
    if json { return Terminal.printRaw(knowledgeBase.recurrences.json(knowledgeBase, suggested: pairs).text) }
    let text = RecurrencesText(knowledgeBase)
    let lines = text.lines + (suggested ? text.lines(of: pairs) : [])
    if !lines.isEmpty { Terminal.print(lines.joined(separator: "\n")) }
    Terminal.printError(text.summary)
  }
}
