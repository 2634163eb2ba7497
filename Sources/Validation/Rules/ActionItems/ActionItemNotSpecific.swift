internal import Diagnostics
internal import PostMortems

/// Reports an action item that nobody could begin with: it names no change.
struct ActionItemNotSpecific: PostMortemRule {
  static let description = RuleDescription(
    id: "action-item-not-specific", group: .actionItems,
    summary: "an action item names no concrete change",
    rationale:
      "'Improve monitoring' is a wish: two readers would do two different things, and neither could say when it is done.",
    triggering: [
      "## Action items\n\n↓- [ ] Investigate\n↓- [ ] Improve monitoring (owner: @storage, due: 2999-05-01)\n",
      "## Action items\n\n↓- We should be more careful when we deploy\n↓- Prevent this from happening again\n↓- More carefully test before a release\n",
      "## Action items\n\n↓* Dashboards\n",
    ],
    nonTriggering: [
      "## Action items\n\n- [ ] Alert on disk usage above 80 %\n- [ ] Investigate why the replica lagged\n- [x] Investigate\n",
      "## Action items\n\n- [ ] Improve monitoring (done when: a full disk pages within five minutes)\n- [ ] EDGE-4112\n",
      "## Action items\n\n- Rotate keys\n- [-] Improve monitoring (declined: the service is switched off)\n",
      "---\norigin: external\n---\n## Action items\n\n- [ ] Improve monitoring\n",
    ])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    draft.pendingPromises.compactMap { item in
      guard let flaw = Vagueness.flaw(of: item) else { return nil }
      return Finding(
        Self.description.id, at: item.span, "action item '\(item.excerpt)' \(Self.words(flaw))",
        help: Self.help(flaw))
    }
  }

  private static func words(_ flaw: Vagueness.Flaw) -> String {
    switch flaw {
    case .onlyVagueWords: "names nothing concrete"
    case .asksForCare: "asks for care and changes nothing"
    case .oneWord: "is one word"
    }
  }

  private static func help(_ flaw: Vagueness.Flaw) -> String {
    switch flaw {
    case .onlyVagueWords, .oneWord: "say what is changed, and where: 'alert when the disk of a replica is 80 % full'"
    case .asksForCare: "name the check, limit or tool that catches the slip: 'refuse a deployment without a backup'"
    }
  }
}
