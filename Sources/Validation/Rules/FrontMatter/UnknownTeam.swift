internal import Diagnostics
internal import PostMortems

/// Reports a team that the settings do not list, where they list any.
struct UnknownTeam: PostMortemRule, CauseRule {
  static let description = RuleDescription(
    id: "unknown-team", group: .frontMatter, level: .error,
    summary: "a team is not in the settings' list",
    rationale: "Promises are followed up by team; a misspelt team never sees its own.",
    triggering: [
      "-- debrief.yml --\nteams: {payments: Payments}\n-- a.md --\n---\nteams: [↓payment]\n---\n",
      "-- debrief.yml --\nteams: {payments: Payments}\n-- causes/a.md --\n---\nowner_team: ↓payment\n---\n",
    ],
    nonTriggering: ["---\nteams: [anything]\n---\n"])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    draft.fields.teams.compactMap {
      VocabularyFinding.make(Self.description.id, $0, in: context.settings.vocabularies.teams, what: "team")
    }
  }

  func findings(in record: CauseRecord, context: RuleContext) -> [Finding] {
    let teams = context.settings.vocabularies.teams
    return VocabularyFinding.make(Self.description.id, record.ownerTeam, in: teams, what: "team").map { [$0] } ?? []
  }
}
