internal import Diagnostics

/// Reports a suppression that does not say why.
struct SuppressionWithoutReason: SuppressionRule {
  static let description = RuleDescription(
    id: "suppression-without-reason", group: .text,
    summary: "a suppression gives no reason",
    rationale: "The next reader cannot tell whether the finding was understood or only in the way.",
    triggering: ["# Checkout down\n\n<!-- ↓debrief-ignore broken-link -->\n[notes](notes.md)\n"],
    nonTriggering: ["# Checkout down\n\n[notes](notes.md) <!-- debrief-ignore broken-link: the page is to come -->\n"])

  static func finding(_ suppression: Suppression) -> Finding {
    Finding(
      description.id, at: suppression.span, "the suppression gives no reason",
      help: "write it behind a colon: 'debrief-ignore \(suppression.rules[0].value): reason'")
  }
}
