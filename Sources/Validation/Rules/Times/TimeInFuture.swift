internal import Diagnostics
internal import PostMortems

/// Reports a phase or a row that is yet to come.
struct TimeInFuture: PostMortemRule {
  static let description = RuleDescription(
    id: "time-in-future", group: .times,
    summary: "a phase or a timeline row lies in the future",
    rationale: "What has not happened yet cannot be told; most often it is a typing error in the year.",
    triggering: [
      "---\nstarted: ↓2062-03-01T10:00Z\n---\n",
      "---\nstarted: 2026-05-31T10:00Z\n---\n## Timeline\n\n- 2026-05-31 10:00 UTC down\n- ↓2026-06-13 10:30 UTC up\n",
    ],
    nonTriggering: [
      "---\nstarted: 2026-05-31T10:00Z\nresolved: 2026-06-01T23:59Z\n---\n",
      "# Checkout down\n\n## Action items\n\n- [ ] Alert (due: 2027-01-31)\n",
    ])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    // Somewhere on earth it is tomorrow already.
    let last = context.asOf.adding(days: 1)
    let phases = draft.fields.phases.compactMap { name, instant -> Finding? in
      guard let instant, instant.value.day > last else { return nil }
      return Self.finding("\(name) \(instant.value.iso)", at: instant.span, context)
    }
    guard phases.isEmpty else { return phases }
    let started = draft.fields.started?.value.day
    return (draft.timeline?.events ?? []).compactMap { event in
      guard let at = event.at, at.day > last else { return nil }
      // A row that far from its incident is reported as such.
      if let started, at.day.daysSinceEpoch - started.daysSinceEpoch > 30 { return nil }
      return Self.finding("row \(at.iso)", at: event.timeSpan, context)
    }
  }

  private static func finding(_ what: String, at span: SourceSpan, _ context: RuleContext) -> Finding {
    Finding(
      description.id, at: span, "\(what) lies in the future", notes: ["today is \(context.asOf.iso)"],
      help: "correct the date")
  }
}
