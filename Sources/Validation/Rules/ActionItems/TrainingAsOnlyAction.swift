internal import Diagnostics
internal import PostMortems

/// Reports a post-mortem that answers with training and reminders alone.
struct TrainingAsOnlyAction: PostMortemRule {
  static let description = RuleDescription(
    id: "training-as-only-action", group: .actionItems,
    summary: "every action item is training or a reminder",
    rationale: "Whoever made the slip knew better already; the next one will be somebody who was not in the room.",
    triggering: [
      "---\nseverity: SEV3\n---\n↓## Action items\n\n- [ ] Train the on-call engineers in failover\n- [ ] Remind everybody of the checklist\n"
    ],
    nonTriggering: [
      "---\nseverity: SEV3\n---\n## Action items\n\n- [ ] Train the on-call engineers in failover\n- [ ] Alert on disk usage\n",
      "---\nseverity: SEV3\n---\n## Action items\n\n- [ ] Train the fraud model on the new data\n",
      "---\nkind: drill\n---\n## Action items\n\n- [ ] Train the on-call engineers in failover\n",
    ])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    guard draft.rank(in: context.settings) != 1, draft.fields.kind?.value != "drill" else { return [] }
    let items = draft.promises.filter(\.isStanding)
    guard !items.isEmpty, items.allSatisfy({ Self.isTraining($0) }) else { return [] }
    return [
      Finding(
        Self.description.id, at: draft.actionItemsPlace,
        items.count == 1 ? "the only action item is training" : "all \(items.count) action items are training",
        help: "add a change to the system, so that the untrained are safe as well")
    ]
  }

  private static func isTraining(_ item: ActionItem) -> Bool {
    let words = PlainWords.split(item.text).drop { leadIns.contains($0) }
    guard let first = words.first, verbs.contains(first) else { return false }
    return first == "remind" || !words.allSatisfy { !people.contains($0) }
  }

  private static let leadIns = PlainWords.set("we should must need needs to will please re further more additional")
  private static let verbs = PlainWords.set(
    "coach educate instruct remind retrain retraining teach train training workshop lecture")
  private static let people = PlainWords.set(
    """
    admins administrators call colleagues developers devs employees engineer engineers everybody everyone hires
    joiners maintainers members oncall operations operators ops people responders staff team teams users
    """)
}
