internal import Diagnostics

/// Reports a suppression that silences nothing.
struct UselessSuppression: SuppressionRule {
  static let description = RuleDescription(
    id: "useless-suppression", group: .text,
    summary: "a suppression silences nothing",
    rationale: "What was once meant stays behind as noise, and would hide the next true finding.",
    triggering: [
      "# Checkout down\n\n<!-- debrief-ignore ↓broken-link: the page is to come -->\n\nNo link here.\n",
      "# Checkout down\n\n<!-- debrief-ignore-file ↓no-such-rule: because -->\n",
    ],
    nonTriggering: ["# Checkout down\n\n<!-- debrief-ignore broken-link: the page is to come -->\n[notes](notes.md)\n"])

  static func unused(_ rule: Located<String>) -> Finding {
    Finding(description.id, at: rule.span, "'\(rule.value)' is suppressed here and finds nothing", help: "remove it")
  }

  static func unknown(_ rule: Located<String>, known: [String]) -> Finding {
    let near = NearMiss.nearest(to: rule.value, in: known)
    return Finding(
      description.id, at: rule.span,
      "there is no rule '\(rule.value)'" + (near.map { "; did you mean '\($0)'?" } ?? ""),
      help: near.map { "replace it with '\($0)'" } ?? "remove it")
  }
}
