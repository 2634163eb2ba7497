internal import Diagnostics
internal import PostMortems

/// Reports a time zone that nobody knows.
struct UnknownTimeZone: PostMortemRule {
  static let description = RuleDescription(
    id: "unknown-time-zone", group: .times,
    summary: "the time zone is not known",
    rationale: "Times without a zone of their own are then read as UTC, hours away from what was meant.",
    triggering: ["---\ntimezone: ↓Europe/Londn\n---\n"],
    nonTriggering: ["---\ntimezone: Europe/London\n---\n", "---\ntimezone: UTC+1\n---\n"])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    guard let name = draft.fields.timezone, Zone(name.value) == nil else { return [] }
    return [
      Finding(
        Self.description.id, at: name.span, "time zone '\(name.value)' is not known",
        help: "write it as Europe/London, UTC or UTC+1")
    ]
  }
}
