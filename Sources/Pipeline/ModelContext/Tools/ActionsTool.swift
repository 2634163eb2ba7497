internal import Diagnostics
internal import KnowledgeBase
internal import PostMortems

/// `actions`: the ledger of what was promised.
enum ActionsTool: Tool {
  static let name = "actions"
  static let title = "Action items"
  static let summary = """
    List what was promised after incidents, with owner, due date and state. Items of drafts and of reports on other \
    organisations say so in 'standing'; they are never overdue.
    """
  static let parameters = [
    ToolParameter(
      name: "state", kind: .choice(ActionItem.State.allCases.map(\.rawValue)), summary: "Only items in this state."),
    ToolParameter(name: "team", kind: .text, summary: "Only items of this team or owner."),
    ToolParameter(name: "overdue", kind: .flag, summary: "Only items past their date."), .limit,
  ]

  static func answer(_ arguments: ToolArguments, _ session: KnowledgeSession) throws(ToolFailure) -> ToolAnswer {
    let base = session.base
    let selection = ActionSelection(
      state: arguments.text("state").flatMap { ActionItem.State(rawValue: $0) }, team: arguments.text("team"),
      isOverdueOnly: arguments.flag("overdue"))
    if let team = selection.team, !selection.hasTeam(in: base) {
      let near = NearMiss.nearest(to: team, in: ActionSelection.teams(in: base)).map { "; did you mean '\($0)'?" } ?? ""
      throw ToolFailure("no team or owner is called '\(Visible.text(team))'\(near)")
    }
    let entries = selection.entries(in: base)
    return ToolAnswer(
      .object([
        "total": .int(entries.count), "as_of": .string(base.asOf.iso),
        "action_items": .array(entries.prefix(arguments.limit(standard: 50)).map { $0.json(in: base) }),
      ]))
  }
}
