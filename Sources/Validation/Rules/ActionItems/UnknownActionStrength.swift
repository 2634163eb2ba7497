internal import Diagnostics

/// Reports a strength of an action item that is none of the three.
struct UnknownActionStrength: ReadingRule {
  static let description = RuleDescription(
    id: "unknown-action-strength", group: .actionItems, level: .error,
    summary: "an action item's strength is not one of strong, intermediate, weak",
    rationale: "A cause that only weak items address comes back; the mix is counted from this word.",
    triggering: ["# Checkout down\n\n## Action items\n\n- [x] Alert on disk usage (strength: ↓high)\n"],
    nonTriggering: ["# Checkout down\n\n## Action items\n\n- [x] Alert on disk usage (strength: intermediate)\n"])
}
