internal import Diagnostics
internal import PostMortems

/// Reports a sentence about what a person did not do.
struct Counterfactual: PostMortemRule {
  static let description = RuleDescription(
    id: "counterfactual", group: .language,
    summary: "a sentence tells what a person could have done",
    rationale:
      "What somebody could have done is visible only from behind; it explains nothing of what happened and reads as blame.",
    triggering: [
      "# Checkout down\n\n↓The operator could have noticed the alert.\n",
      "It would have been prevented ↓if the reviewer had read the plan.\n",
      "↓Had the *engineer* checked the queue, the backlog would have been small.\n",
      "↓If only we had tested the restore!\n",
    ],
    nonTriggering: [
      "The alert could have fired earlier, and the outage could have been shorter.\n",
      "If the canary had run for an hour, the leak would have shown.\n",
      "The on-call could not have known that the key had expired.\n",
      "If the engineer had had access, the restart would have taken a minute.\n",
      "If only one replica is up, writes are refused.\n",
      "An attacker could have read the table.\n",
    ])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    Clause.all(in: draft, with: CounterfactualPhrases.triggers, context: context).compactMap { clause in
      guard let found = CounterfactualPhrases.find(in: clause).first else { return nil }
      let span = clause.span(found.first, found.last)
      return Finding(
        Self.description.id, at: span, "'\(Excerpt.text(span, in: draft.source))' tells what did not happen",
        notes: ["it was a choice only for those who know how it ended"],
        help: "say what happened and what made it likely: 'the alert was one of forty that hour', 'the plan hid …'")
    }
  }
}
