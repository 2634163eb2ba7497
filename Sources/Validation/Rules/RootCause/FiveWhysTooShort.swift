internal import Diagnostics
internal import PostMortems

/// Reports a chain of questions that ends before the third.
struct FiveWhysTooShort: PostMortemRule {
  static let description = RuleDescription(
    id: "five-whys-too-short", group: .rootCause,
    summary: "the five whys end before the third",
    rationale: "One or two whys lead to what broke, not to why it could break.",
    triggering: [
      "↓## Five whys\n\n1. Why was checkout down? The disk was full.\n2. Why was it full? Logs were never rotated.\n",
      "↓## Five whys\n\n### Why was checkout down?\n\nThe disk was full.\n",
    ],
    nonTriggering: [
      "## Five whys\n\n1. Why was checkout down? The disk was full.\n2. Why? Logs stayed.\n3. Why? No host had a rotation by default.\n",
      "## Five whys\n\n- The disk was full\n  - Logs stayed\n    - No host had a rotation by default\n",
      "## Five whys\n\nThe disk was full since logs stayed, and they stayed since no host had a rotation.\n",
      "## Five whys\n", "## Five whys\n\n1. Why was checkout down? Human error.\n",
    ])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    FiveWhys.chains(in: draft).filter { (1...2).contains($0.depth) && !FiveWhysEndAtAPerson.endsThere($0) }.map {
      chain in
      Finding(
        Self.description.id, at: chain.section.titleSpan,
        "'\(chain.section.title)' ends after \(chain.depth == 1 ? "one why" : "two whys")",
        help: "ask once more why the last answer was possible")
    }
  }
}
