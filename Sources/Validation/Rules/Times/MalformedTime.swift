internal import Diagnostics
/// Reports a phase whose time cannot be read.
struct MalformedTime: ReadingRule {
  static let description = RuleDescription(
    id: "malformed-time", group: .times, level: .error,
    summary: "a time in the front matter cannot be read",
    rationale: "Durations and windows are computed from these times.",
    triggering: ["---\nstarted: ↓yesterday evening\n---\n", "---\ndetected: ↓2026-02-30T10:00Z\n---\n"],
    nonTriggering: ["---\nstarted: 2026-02-28T10:00Z\n---\n", "---\nstarted: 2026-02-28T11:00+01:00\n---\n"])
}
