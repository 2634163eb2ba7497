internal import Diagnostics
internal import PostMortems

/// Reports a root cause of one to three words.
struct SingleWordRootCause: PostMortemRule {
  static let description = RuleDescription(
    id: "single-word-root-cause", group: .rootCause,
    summary: "the section about the root cause is three words or fewer",
    rationale: "Three words name what broke; the reader wants to know why it could.",
    triggering: ["↓## Root cause\n\nFull disk.\n", "↓**Root cause:** DNS\n"],
    nonTriggering: [
      "## Root cause\n\nThe disk filled up, since logs were never rotated.\n",
      "## Root cause\n\nStill unknown.\n", "## Root cause\n\nSee [the report](https://example.org/1).\n",
      "## Root cause\n\nFull disk.\n\n## Five whys\n\n1. Why? Logs stayed.\n", "## Root cause\n\nA deployment.\n",
    ])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    guard let section = BareRootCause(draft), section.words <= 3, !TriggerAsRootCause.isTrigger(section.text),
      !Self.isHonest(section.text)
    else { return [] }
    return [
      Finding(
        Self.description.id, at: section.place, "root cause '\(section.quoted)' explains nothing",
        help: "say in a sentence or two why it could happen")
    ]
  }

  /// Words that say that nothing is known yet, or where to look.
  private static func isHonest(_ text: String) -> Bool {
    PlainWords.split(text).contains { unknowing.contains($0) }
  }

  private static let unknowing = PlainWords.set(
    "above below fill investigated investigation n na none ongoing pending see tbc tbd todo unclear undetermined unknown"
  )
}
