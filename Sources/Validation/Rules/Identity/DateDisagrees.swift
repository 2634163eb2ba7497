internal import Diagnostics
internal import PostMortems

/// Reports a document that names different days for one incident.
struct DateDisagrees: PostMortemRule {
  static let description = RuleDescription(
    id: "date-disagrees", group: .identity,
    summary: "two places name different days for the incident",
    rationale: "Only one of them counts in lists and trends, and it may be the wrong one.",
    triggering: [
      "-- 2026-03-01-checkout.md --\n---\nstarted: ↓2026-04-01T10:00Z\n---\n",
      "# Checkout down\n\nDate: 2026-03-01\n\n## Timeline\n\n- ↓2026-03-11 10:00 UTC down\n- 2026-03-11 10:40 UTC up\n",
    ],
    nonTriggering: [
      "-- 2026-03-01-checkout.md --\n---\nstarted: 2026-03-02T00:10Z\n---\n",
      "-- 2026-03-09-leaked-token.md --\n---\nstarted: 2025-12-01\ndetected: 2026-03-09T08:00Z\n---\n",
      "# Checkout down\n\nDate: 2026-03-11\n\n## Timeline\n\n- 2026-03-01 10:00 UTC merged\n- 2026-03-11 10:40 UTC down\n",
    ])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    guard let counts = draft.dates.first else { return [] }
    let others = draft.dates.dropFirst().filter { disagrees($0, with: counts, draft) }
    guard let other = others.first else { return [] }
    // A file's name has no place in the text.
    let shown = other.origin == .fileName ? counts : other
    let more = others.dropFirst().map { "\(name($0, draft)) says \($0.day.iso)" }
    return [
      Finding(
        Self.description.id, at: shown.span,
        "\(name(counts, draft)) says \(counts.day.iso), and \(name(other, draft)) \(other.day.iso)",
        notes: more, help: "correct one of the two")
    ]
  }

  /// More than a day apart; of a timeline, every row is.
  private func disagrees(_ date: IncidentDate, with counts: IncidentDate, _ draft: PostMortemDraft) -> Bool {
    guard date.origin == .timeline else {
      return !isPublication(date, draft) && !isDuringIncident(date.day, draft)
        && abs(date.day.daysSinceEpoch - counts.day.daysSinceEpoch) > 1
    }
    let days = (draft.timeline?.events ?? []).flatMap { [$0.at, $0.until].compactMap { $0?.day.daysSinceEpoch } }
    guard let first = days.min(), let last = days.max() else { return false }
    let distance = max(first - counts.day.daysSinceEpoch, counts.day.daysSinceEpoch - last)
    // Rows further away than a month from a given start are reported one by one.
    return distance > 1 && !(counts.origin == .frontMatter && distance >= 30)
  }

  /// A long incident may be called after the day on which it was noticed or ended.
  private func isDuringIncident(_ day: Day, _ draft: PostMortemDraft) -> Bool {
    let phases = draft.fields.phases.compactMap { $0.instant?.value.day.daysSinceEpoch }
    guard draft.fields.started != nil, let first = phases.min(), let last = phases.max() else { return false }
    return (first - 1...last + 1).contains(day.daysSinceEpoch)
  }

  /// Blogs name their files after the day of publication.
  private func isPublication(_ date: IncidentDate, _ draft: PostMortemDraft) -> Bool {
    guard date.origin == .fileName, let published = draft.fields.published?.value.day else { return false }
    return abs(date.day.daysSinceEpoch - published.daysSinceEpoch) <= 1
  }

  private func name(_ date: IncidentDate, _ draft: PostMortemDraft) -> String {
    switch date.origin {
    case .fileName: return "the file name '\(draft.file.split(separator: "/").last ?? "")'"
    case .frontMatter: return "the front matter"
    default:
      let origin = date.origin == .timeline ? "the first row of the timeline" : "the \(date.origin.rawValue)"
      return "\(origin) in line \(draft.source.line(at: date.span.start))"
    }
  }
}
