internal import Diagnostics

/// Reports a type of action item that is none of the four.
struct UnknownActionType: ReadingRule {
  static let description = RuleDescription(
    id: "unknown-action-type", group: .actionItems, level: .error,
    summary: "an action item's type is not one of prevent, detect, mitigate, process",
    rationale: "Whether a cause is prevented or only noticed sooner is counted from this word.",
    triggering: ["# Checkout down\n\n## Action items\n\n- [x] Alert on disk usage (type: ↓repair)\n"],
    nonTriggering: ["# Checkout down\n\n## Action items\n\n- [x] Alert on disk usage (type: detect)\n"])
}
