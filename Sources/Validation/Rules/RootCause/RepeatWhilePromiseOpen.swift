internal import Diagnostics
internal import KnowledgeBase
internal import PostMortems

/// Reports a cause that struck again while the action item against it is still open.
struct RepeatWhilePromiseOpen: CorpusRule {
  static let description = RuleDescription(
    id: "repeat-while-promise-open", group: .rootCause,
    summary: "a root cause struck again, and the action item against it is still open",
    rationale:
      "Somebody had promised to prevent exactly this. Until the promise is kept, or given up with a reason, the next "
      + "repeat is a matter of time. Only the newest repeat is reported.",
    triggering: [
      "-- a.md --\n---\nid: PM-1\nstarted: 2026-01-01\nroot_causes: [full-disk]\n---\n## Action items\n\n- [ ] Move logs away (due: 2026-01-20, addresses: full-disk)\n-- b.md --\n---\nid: PM-2\nstarted: 2026-02-01\nroot_causes: [↓full-disk]\n---\n",
      "-- a.md --\n---\nid: PM-1\nstarted: 2026-01-01\nroot_causes: [full-disk]\n---\n## Action items\n\n- [ ] Move logs away\n-- b.md --\n---\nid: PM-2\nstarted: 2026-02-01\nroot_causes: [full-disk]\n---\n-- c.md --\n---\nid: PM-3\nstarted: 2026-03-01\nroot_causes: [↓full-disk]\nrecurrence_of: [PM-1]\n---\n",
    ],
    nonTriggering: [
      "-- a.md --\n---\nid: PM-1\nstarted: 2026-01-01\nroot_causes: [full-disk]\n---\n## Action items\n\n- [x] Move logs away (done: 2026-03-01, addresses: full-disk)\n-- b.md --\n---\nid: PM-2\nstarted: 2026-02-01\nroot_causes: [full-disk]\n---\n",
      "-- a.md --\n---\nid: PM-1\nstarted: 2026-01-01\nroot_causes: [full-disk]\n---\n## Action items\n\n- [-] Move logs away (declined: the disk goes, addresses: full-disk)\n-- b.md --\n---\nid: PM-2\nstarted: 2026-02-01\nroot_causes: [full-disk]\n---\n",
      "-- a.md --\n---\nid: PM-1\norigin: external\nstarted: 2026-01-01\nroot_causes: [full-disk]\n---\n## Action items\n\n- [ ] Move logs away (addresses: full-disk)\n-- b.md --\n---\nid: PM-2\nstarted: 2026-02-01\nroot_causes: [full-disk]\n---\n",
      "-- a.md --\n---\nid: PM-1\nstarted: 2026-01-01\nroot_causes: [full-disk]\n---\n-- b.md --\n---\nid: PM-2\nstarted: 2026-02-01\nroot_causes: [full-disk]\n---\n## Action items\n\n- [ ] Move logs away (addresses: full-disk)\n",
    ])

  func findings(in knowledgeBase: KnowledgeBase) -> [FileFinding] {
    knowledgeBase.recurrences.causes.compactMap { recurrence in
      guard let newest = recurrence.repeats.last(where: { $0.place == .here }) else { return nil }
      let open = newest.promises.filter {
        $0.bearing == .against && knowledgeBase.actions.entries[$0.entry].item.state == .open
      }
      return finding(recurrence.cause, newest, open, knowledgeBase)
    }
  }

  private func finding(
    _ cause: Cause, _ again: Repeat, _ open: [PromiseStanding], _ knowledgeBase: KnowledgeBase
  ) -> FileFinding? {
    let postMortem = knowledgeBase.postMortems[again.postMortem]
    guard let first = open.first,
      let name = postMortem.fields.rootCauses.first(where: { knowledgeBase.causes.canonical($0.value) == cause.slug })
    else { return nil }
    let entry = knowledgeBase.actions.entries[first.entry]
    let late = entry.overdueDays.map { ", \($0) day\($0 == 1 ? "" : "s") overdue" } ?? ""
    let others = open.count > 1 ? ["\(open.count - 1) more against it \(open.count == 2 ? "is" : "are") open"] : []
    return FileFinding(
      file: postMortem.file,
      Finding(
        Self.description.id, at: name.span,
        "'\(name.value)' struck again, and the action item '\(entry.item.excerpt)' promised in "
          + "'\(knowledgeBase.postMortems[entry.postMortem].id)' is still open\(late)",
        notes: others, help: "do it, move its date, or decline it with a reason"))
  }
}
