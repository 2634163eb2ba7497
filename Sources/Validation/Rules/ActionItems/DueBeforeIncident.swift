internal import Diagnostics
internal import PostMortems

/// Reports an action item that was due or done before its incident began.
struct DueBeforeIncident: PostMortemRule {
  static let description = RuleDescription(
    id: "due-before-incident", group: .actionItems,
    summary: "an action item is due, or was done, before the incident began",
    rationale: "Such a date is a typing error, most often of the year, and makes a promise look late or long kept.",
    triggering: [
      "---\nstarted: 2026-01-08T10:00Z\n---\n## Action items\n\n- [ ] Alert on disk usage (due: ↓2025-02-01)\n",
      "---\nstarted: 2026-01-08\n---\n## Action items\n\n- [x] Alert on disk usage (done: ↓2026-01-07)\n",
    ],
    nonTriggering: [
      "---\nstarted: 2026-01-08T10:00Z\n---\n## Action items\n\n- [ ] Alert on disk usage (due: 2026-02-01)\n- [x] Free the disk (done: 2026-01-08)\n",
      "---\nstarted: 2026-01-08T03:00Z\n---\n## Action items\n\n- [x] Free the disk (done: 2026-01-07)\n",
      "## Action items\n\n- [ ] Alert on disk usage (due: 2025-02-01)\n",
    ])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    guard let start = Self.earliestDay(draft) else { return [] }
    return draft.promises.flatMap { item in
      [(item.due, "due"), (item.done, "done")].compactMap { day, word -> Finding? in
        guard let day, day.value < start else { return nil }
        return Finding(
          Self.description.id, at: day.span,
          "action item '\(item.excerpt)' is \(word) on \(day.value.iso), before the incident began",
          notes: ["the incident began on \(draft.date?.day.iso ?? start.iso)"],
          help: "correct the date of the item or of the incident")
      }
    }.oncePerPlace
  }

  /// The civil day on which the incident began where the day is behind the most: it may not have been UTC's.
  static func earliestDay(_ draft: PostMortemDraft) -> Day? {
    guard let started = draft.fields.started?.value else { return draft.date?.day }
    guard started.precision != .day else { return started.day }
    return Instant(seconds: started.seconds - 12 * 3600).day
  }
}
