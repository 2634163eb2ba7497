/// Reports another house's key beside our own for the same thing.
struct RedundantKey: ReadingRule {
  static let description = RuleDescription(
    id: "redundant-key", group: .frontMatter,
    summary: "two keys give the same field",
    rationale: "Two places for one value drift apart; the reader of the file cannot tell which one counts.",
    triggering: ["---\nstarted: 2026-03-01T10:00Z\n↓date: 2026-03-02\n---\n"],
    nonTriggering: ["---\ndate: 2026-03-02\n---\n"])
}
