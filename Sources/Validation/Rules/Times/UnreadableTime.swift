/// Reports a row whose time is a pattern or cannot be one.
struct UnreadableTime: ReadingRule {
  static let description = RuleDescription(
    id: "unreadable-time", group: .times,
    summary: "the time of a timeline row cannot be read",
    rationale: "A row without a time has no place in the timeline; most often it is a placeholder that was left in.",
    triggering: ["# Checkout down\n\n## Timeline\n\n- ↓2022-05-?? HH:mm down\n- 2022-05-03 10:30 UTC up\n"],
    nonTriggering: ["# Checkout down\n\n## Timeline\n\n- 2022-05-03 10:00 UTC down\n"])
}
