/// Reports a date whose day and month cannot be told apart.
struct AmbiguousDate: ReadingRule {
  static let description = RuleDescription(
    id: "ambiguous-date", group: .times,
    summary: "a date may be read as day-month or as month-day",
    rationale: "The two readings are weeks or months apart, and every duration depends on which one is meant.",
    triggering: ["# Checkout down\n\n## Timeline\n\n- ↓05/07/2023 10:00 UTC down\n- 05/07/2023 10:30 UTC up\n"],
    nonTriggering: ["# Checkout down\n\n## Timeline\n\n- 25/07/2023 10:00 UTC down\n- 05/08/2023 10:30 UTC up\n"])
}
