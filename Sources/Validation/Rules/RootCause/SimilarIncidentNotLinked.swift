internal import Diagnostics
internal import KnowledgeBase
internal import PostMortems

/// Advises to look at an earlier incident that looks like the same cause, while something promised then is still open.
struct SimilarIncidentNotLinked: CorpusRule {
  static let description = RuleDescription(
    id: "similar-incident-not-linked", group: .rootCause, level: .note,
    summary: "an earlier incident looks like the same cause, is not linked, and has an open action item",
    rationale:
      "An author seldom knows every earlier report. What was promised after one like it may be what would have stopped this one.",
    triggering: [
      "-- a.md --\n---\nid: PM-1\nstarted: 2026-01-01\n---\n\(traceback)## Action items\n\n- [ ] Alert at 80 % of the disk\n-- b.md --\n---\ntitle: ↓Uploads fail\nstarted: 2026-02-01\n---\n\(traceback)"
    ],
    nonTriggering: [
      "-- a.md --\n---\nid: PM-1\nstarted: 2026-01-01\n---\n\(traceback)## Action items\n\n- [x] Alert at 80 % of the disk\n-- b.md --\n---\ntitle: Uploads fail\nstarted: 2026-02-01\n---\n\(traceback)",
      "-- a.md --\n---\nid: PM-1\nstarted: 2026-01-01\n---\n\(traceback)## Action items\n\n- [ ] Alert at 80 % of the disk\n-- b.md --\n---\ntitle: Uploads fail\nstarted: 2026-02-01\nrelated: [PM-1]\n---\n\(traceback)",
      "-- a.md --\n---\nid: PM-1\nstarted: 2026-01-01\n---\n## Action items\n\n- [ ] Alert at 80 % of the disk\n-- b.md --\n---\ntitle: Uploads fail\nstarted: 2026-02-01\n---\n\(traceback)",
    ])

  private static let traceback =
    "```\nTraceback (most recent call last):\n  File \"/srv/app/uploads.py\", line 7, in store\n    write(part)\nOSError: no space left on device\n```\n\n"

  /// One finding for a document: the earlier one that it is most like.
  func findings(in knowledgeBase: KnowledgeBase) -> [FileFinding] {
    var told: Set<Int> = []
    return knowledgeBase.related.suggestions.compactMap { pair in
      guard !told.contains(pair.later), let finding = Self.finding(pair, knowledgeBase) else { return nil }
      told.insert(pair.later)
      return finding
    }
  }

  private static func finding(_ pair: SuggestedRecurrence, _ knowledgeBase: KnowledgeBase) -> FileFinding? {
    let (own, other) = (knowledgeBase.postMortems[pair.later], knowledgeBase.postMortems[pair.earlier])
    let open = knowledgeBase.actions.items(of: pair.earlier).first { $0.isPromise && $0.item.state == .open }
    guard own.kind == .incident, other.kind == .incident, !own.isExternal, let open,
      let day = own.day, let before = other.day, before < day
    else { return nil }
    let reasons = pair.reasons.filter { $0.kind != .folder }.prefix(2).map(\.text)
    return FileFinding(
      file: own.file,
      Finding(
        description.id, at: own.draft.title.span,
        "looks like '\(other.id)' of \(before.iso), whose action item '\(open.item.excerpt)' is still open",
        notes: reasons, help: "read '\(other.id)'; if the cause is the same, add 'recurrence_of: [\(other.id)]'"))
  }
}
