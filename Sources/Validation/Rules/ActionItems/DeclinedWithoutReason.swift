internal import Diagnostics
internal import PostMortems

/// Reports a declined action item that does not say why.
struct DeclinedWithoutReason: PostMortemRule {
  static let description = RuleDescription(
    id: "declined-without-reason", group: .actionItems,
    summary: "an action item is declined without a reason",
    rationale: "When the cause comes back, the first question is why this was not done.",
    triggering: ["# Checkout down\n\n## Action items\n\n↓- [-] Alert on disk usage\n"],
    nonTriggering: ["# Checkout down\n\n## Action items\n\n- [-] Alert on disk usage (declined: the disk is gone)\n"])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    draft.promises.filter { $0.state == .declined && ($0.reason ?? "").isEmpty }.map { item in
      Finding(
        Self.description.id, at: item.span, "action item '\(item.excerpt)' is declined without a reason",
        help: "add '(declined: reason)' at its end")
    }
  }
}
