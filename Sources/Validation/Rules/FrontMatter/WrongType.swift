internal import Diagnostics
/// Reports a value of a type that its key does not take.
struct WrongType: ReadingRule {
  static let description = RuleDescription(
    id: "wrong-type", group: .frontMatter, level: .error,
    summary: "a value has the wrong type",
    rationale: "A list where a word belongs, or a word where a number belongs, cannot be counted.",
    triggering: ["---\nseverity: ↓[SEV1, SEV2]\n---\n", "---\nimpact: {users: ↓many}\n---\n"],
    nonTriggering: ["---\nseverity: SEV1\nimpact: {users: 1200}\n---\n"])
}
