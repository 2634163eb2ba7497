internal import Diagnostics
internal import Markdown
internal import PostMortems

/// Advises to show where a finished action item can be seen.
struct DoneWithoutEvidence: PostMortemRule {
  static let description = RuleDescription(
    id: "done-without-evidence", group: .actionItems, level: .note,
    summary: "an action item is done and neither date, ticket, link nor commit shows it",
    rationale: "When the cause strikes again, the first question is what exactly was done, and when.",
    triggering: ["## Action items\n\n↓- [x] Alert on disk usage\n"],
    nonTriggering: [
      "## Action items\n\n- [x] Alert on disk usage (done: 2026-05-01)\n- [x] Free the disk (ticket: OPS-12)\n",
      "## Action items\n\n- [x] Alert on disk usage, in [the alert rules](alerts.md)\n- [x] Free the disk, 3f2a9bc\n",
      "---\norigin: external\n---\n## Action items\n\n- [x] Alert on disk usage\n",
    ])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    draft.promises.filter { $0.state == .done && !Self.isShown($0, draft.document) }.map { item in
      Finding(
        Self.description.id, at: item.span, "action item '\(item.excerpt)' is done and nothing shows it",
        help: "add '(done: YYYY-MM-DD, ticket: …)' at its end")
    }
  }

  private static func isShown(_ item: ActionItem, _ document: Document) -> Bool {
    if item.done != nil || item.ticket != nil { return true }
    let hasLink = item.content.contains { index in
      switch document.nodes[index].kind {
      case .link, .image, .footnoteReference: true
      default: false
      }
    }
    return hasLink || PlainWords.split(item.text).contains(where: isCommit) || item.text.contains("://")
  }

  /// Seven to forty hexadecimal digits, letters and figures both.
  private static func isCommit(_ word: String) -> Bool {
    (7...40).contains(word.utf8.count)
      && word.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
      && word.utf8.contains { $0 < 0x40 } && word.utf8.contains { $0 > 0x60 }
  }
}
