internal import Diagnostics
internal import Markdown
internal import PostMortems

/// Reports a stated length of time that neither the phases nor the rows bear out.
struct DurationContradictsRows: PostMortemRule {
  static let description = RuleDescription(
    id: "duration-contradicts-rows", group: .times,
    summary: "a stated duration contradicts the phases or the rows",
    rationale: "One of the two is wrong, and both are read: the duration in the text, the phases in every trend.",
    triggering: [
      "---\nstarted: 2026-03-01T10:00Z\nresolved: 2026-03-01T11:00Z\n---\n**↓Duration:** 4 hours\n",
      "---\nstarted: 2026-03-01T10:00Z\nresolved: 2026-03-01T11:00Z\nimpact: {minutes: ↓600}\n---\n",
      "# Checkout down\n\n- ↓Time to recovery: 9 hours\n\n## Timeline\n\n- 2026-03-01 10:00 UTC down\n- 2026-03-01 10:05 UTC paged\n- 2026-03-01 10:30 UTC up\n",
    ],
    nonTriggering: [
      "---\nstarted: 2026-03-01T10:00Z\nresolved: 2026-03-01T11:00Z\nimpact: {minutes: 20}\n---\n**Duration:** about an hour\n",
      "---\nstarted: 2026-03-01T10:00Z\ndetected: 2026-03-01T10:05Z\nresolved: 2026-03-01T14:00Z\n---\n| Time to detection | 5 minutes |\n|---|---|\n| Time to recovery | 3h 55m |\n",
      "# Checkout down\n\nDuration: less than 5 minutes\n\n## Timeline\n\n- 2026-03-01 10:00 UTC down\n- 2026-03-01 12:05 UTC paged\n- 2026-03-01 14:30 UTC up\n",
    ])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    let measured = MeasuredDurations(draft)
    let stated = StatedDuration.all(in: draft.document)
    return stated.compactMap { claim in
      measured.contradiction(of: claim).map { Self.finding(claim.seconds, claim.span, $0) }
    } + Self.impact(draft, measured)
  }

  private static func finding(_ seconds: Int64, _ span: SourceSpan, _ contradiction: MeasuredDurations.Contradiction)
    -> Finding
  {
    Finding(
      description.id, at: span,
      "\(DurationWords.text(seconds: seconds)) contradicts \(contradiction.source), which make it \(DurationWords.text(seconds: contradiction.nearest))",
      help: "correct the duration or the times")
  }

  /// Harm can be shorter than its incident, and never longer.
  private static func impact(_ draft: PostMortemDraft, _ measured: MeasuredDurations) -> [Finding] {
    guard let minutes = draft.fields.impact?.minutes, minutes < 1e9, let whole = measured.whole,
      Int64(minutes * 60) > whole, MeasuredDurations.differ(Int64(minutes * 60), whole),
      case .mapping(let pairs) = draft.document.frontMatter?.entry("impact")?.value.value,
      let place = pairs.first(where: { $0.key.value == "minutes" })?.value.span
    else { return [] }
    return [finding(Int64(minutes * 60), place, MeasuredDurations.Contradiction(source: "the phases", nearest: whole))]
  }
}
