internal import Diagnostics
internal import KnowledgeBase
internal import Markdown
internal import PostMortems

/// Reports a trigger in the place of a cause.
struct TriggerAsRootCause: PostMortemRule {
  static let description = RuleDescription(
    id: "trigger-as-root-cause", group: .rootCause,
    summary: "the root cause is only what set the incident off",
    rationale:
      "Deployments, changes and peaks happen every day without harm: the cause is what made this one harmful, and it is still there when the trigger is gone.",
    triggering: [
      "---\nroot_causes: [↓deploy]\n---\n", "↓## Root cause\n\nA configuration change.\n",
      "↓## Root cause\n\nTraffic spike\n\n## Action items\n\n- [ ] Cap it\n",
    ],
    nonTriggering: [
      "---\ntrigger: deploy\nroot_causes: [no-canary]\n---\n",
      "-- causes/deploy.md --\n---\ntitle: Deployments without a canary\n---\n-- a.md --\n---\nroot_causes: [deploy]\n---\n",
      "## Root cause\n\nA configuration change that no stage had tested.\n",
      "## Root cause\n\n[A configuration change](https://example.org/1)\n",
    ])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    let causes = context.knowledgeBase.causes
    let slugs = draft.fields.rootCauses.filter { !causes.hasRecord($0.value) && Self.isTrigger($0.value) }.map {
      cause in
      Finding(
        Self.description.id, at: cause.span, "'\(cause.value)' is a trigger, not a root cause",
        help: "write 'trigger: \(Slug.make(cause.value))', and name what made it harmful")
    }
    guard let section = BareRootCause(draft), Self.isTrigger(section.text) else { return slugs }
    return slugs + [
      Finding(
        Self.description.id, at: section.place, "'\(section.quoted)' is a trigger, not a root cause",
        help: "say what made it harmful this time")
    ]
  }

  static func isTrigger(_ text: String) -> Bool {
    let words = PlainWords.split(text)
    return words.contains(where: events.contains)
      && words.allSatisfy { events.contains($0) || circumstances.contains($0) }
  }

  private static let events = PlainWords.set(
    """
    change changes config configuration deploy deployed deployment deployments deploys maintenance migration push
    release released reboot restart rollout spike surge upgrade update
    """)

  private static let circumstances = PlainWords.set(
    """
    a after an and backend bad because broken by caused code cron database due during emergency faulty for frontend
    high human in increase increased into load new of on operation our planned production routine rushed scheduled
    software sudden system the this to traffic unexpected was wrong
    """)
}

/// A section about the root cause that is a few words and nothing else.
struct BareRootCause {
  let text: String
  let place: SourceSpan
  let words: Int

  /// Nil where there are several such sections, a longer text, or something beside it that may explain more: a link, a
  /// picture, code, a table, five whys.
  init?(_ draft: PostMortemDraft) {
    let sections = draft.sections(.rootCause)
    guard sections.count == 1, let section = sections.first, draft.section(.fiveWhys) == nil,
      draft.section(.contributingFactors) == nil, section.content.count <= 24
    else { return nil }
    let hasMore = draft.document.hasNode(in: section.content) { kind in
      switch kind {
      case .link, .image, .code, .codeBlock, .table, .footnoteReference, .htmlBlock, .htmlInline, .heading: true
      default: false
      }
    }
    text = section.text(in: draft.document)
    words = PlainWords.split(text).count
    place = section.titleSpan
    guard !hasMore, words > 0, words <= 8 else { return nil }
  }

  /// The words in one line.
  var quoted: String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.last == "." ? String(line.dropLast()) : line
  }
}
