internal import Diagnostics
/// Reports a place at which reading stopped because a limit was passed.
struct ParserLimit: ReadingRule {
  static let description = RuleDescription(
    id: "parser-limit", group: .text, level: .error,
    summary: "the document passes a limit of the parser",
    rationale: "Some small files would keep the parser busy for minutes or fill the disk; the rest is cut instead.",
    triggering: [
      "# Checkout down\n\n↓"
        + String(repeating: "> ", count: 101) + "deep\n"
    ],
    nonTriggering: ["# Checkout down\n\n> quoted\n> > twice\n"])
}
