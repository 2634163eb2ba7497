internal import ArgumentParser
internal import Diagnostics
internal import KnowledgeBase
internal import Pipeline
internal import PostMortems

/// `debrief actions`: the ledger of what was promised.
struct ActionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "actions", abstract: "List action items: overdue, due soon, without owner or date, done.",
    discussion: """
      An open item without a date is due by the service level of its severity (policy: action_weeks in debrief.yml), \
      which is said so. Items of drafts and of reports on other organisations are told apart; they are never overdue.

      Examples:
        debrief actions --team edge
        debrief actions --overdue --fail
      """)

  @OptionGroup var input: InputArguments

  @Option(
    name: .long,
    help: ArgumentHelp("Only items in this state: open, done, declined, superseded, unknown.", valueName: "state"),
    transform: { text in
      if let state = ActionItem.State(rawValue: text.lowercased()) { return state }
      let states = ActionItem.State.allCases.map(\.rawValue)
      let near = NearMiss.nearest(to: text, in: states).map { "; did you mean '\($0)'?" } ?? ""
      throw ValidationError("'\(text)' is not a state\(near) Known: \(states.joined(separator: ", "))")
    })
  var state: ActionItem.State?

  @Option(name: .long, help: ArgumentHelp("Only items of this team or owner.", valueName: "team"))
  var team: String?

  @Flag(name: .long, help: "Only items past their date.")
  var overdue = false

  @Flag(name: .long, help: "Exit with 1 if any item is selected.")
  var fail = false

  @Flag(name: .long, help: "Print one JSON document.")
  var json = false

  func run() throws {
    let reading = try Reading.read(input.options, isChecked: false)
    try SettingsReport.failIfBroken(reading.settings, style: .plain)
    let base = reading.knowledgeBase
    let selection = ActionSelection(state: state, team: team, isOverdueOnly: overdue)
    try TeamNames.verify(selection, base)
    let entries = selection.entries(in: base)
    if json {
      Terminal.printRaw(JSONValue.array(entries.map { $0.json(in: base) }).text)
    } else {
      let text = ActionsText(base, isFiltered: state != nil || overdue)
      let lines = text.lines(entries)
      if !lines.isEmpty { Terminal.print(lines.joined(separator: "\n")) }
      Terminal.printError(text.summary(entries))
    }
    if fail, !entries.isEmpty { throw ExitStatus.findings }
  }
}

/// A misspelt team selects nothing, which would read as good news.
enum TeamNames {
  static func verify(_ selection: ActionSelection, _ base: KnowledgeBase) throws {
    guard let team = selection.team, !selection.hasTeam(in: base) else { return }
    let near = NearMiss.nearest(to: team, in: ActionSelection.teams(in: base)).map { "; did you mean '\($0)'?" } ?? ""
    Terminal.printError("debrief: no team or owner is called '\(Visible.text(team))'\(near)")
    throw ExitStatus.usage
  }
}
