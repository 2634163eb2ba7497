internal import Diagnostics
/// Reports a key that is given twice.
struct DuplicateKey: ReadingRule {
  static let description = RuleDescription(
    id: "duplicate-key", group: .frontMatter, level: .error,
    summary: "a key is given twice",
    rationale: "Only one of the two values can count, and nobody can see which one was meant.",
    triggering: ["---\nseverity: SEV1\n↓severity: SEV2\n---\n", "+++\ntitle = \"a\"\n↓title = \"b\"\n+++\n"],
    nonTriggering: ["---\nseverity: SEV1\nstatus: draft\n---\n"])
}
