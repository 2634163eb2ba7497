internal import Diagnostics
internal import PostMortems

/// Reports a file without a word in it.
struct EmptyDocument: PostMortemRule {
  static let description = RuleDescription(
    id: "empty-document", group: .identity, level: .error,
    summary: "the file is empty",
    rationale: "An incident was important enough for a file, and nothing can be learned from it.",
    triggering: ["↓"],
    nonTriggering: ["# Checkout down\n\nText\n"])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    guard draft.isEmpty else { return [] }
    return [
      Finding(
        Self.description.id, at: .fileStart, "'\(draft.file)' is empty",
        help: "write the post-mortem, or delete the file")
    ]
  }
}
