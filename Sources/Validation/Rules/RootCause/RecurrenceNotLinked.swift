internal import Diagnostics
internal import KnowledgeBase
internal import PostMortems

/// Advises to name the earlier incident with the same cause.
struct RecurrenceNotLinked: CorpusRule {
  static let description = RuleDescription(
    id: "recurrence-not-linked", group: .rootCause, level: .note,
    summary: "a root cause has struck before, and no earlier post-mortem is named",
    rationale:
      "What was promised the last time, and whether it was done, is the first thing to learn from a recurrence.",
    triggering: [
      "-- a.md --\n---\nid: PM-1\nstarted: 2026-01-01\nroot_causes: [full-disk]\n---\n## Action items\n\n- [ ] Alert (addresses: full-disk)\n-- b.md --\n---\nid: PM-2\nstarted: 2026-02-01\nroot_causes: [↓full-disk]\n---\n"
    ],
    nonTriggering: [
      "-- a.md --\n---\nid: PM-1\nstarted: 2026-01-01\nroot_causes: [full-disk]\n---\n-- b.md --\n---\nstarted: 2026-02-01\nroot_causes: [full-disk]\nrecurrence_of: [PM-1]\n---\n",
      "-- a.md --\n---\nid: PM-1\nstarted: 2026-01-01\nroot_causes: [full-disk]\nrelated: [PM-2]\n---\n-- b.md --\n---\nid: PM-2\nstarted: 2026-02-01\nroot_causes: [full-disk]\n---\n",
      "-- a.md --\n---\nid: PM-1\nstarted: 2020-01-01\nroot_causes: [full-disk]\n---\n-- b.md --\n---\nstarted: 2026-02-01\nroot_causes: [full-disk]\n---\n",
      "-- a.md --\n---\norigin: external\nstarted: 2026-01-01\nroot_causes: [full-disk]\n---\n-- b.md --\n---\nstarted: 2026-02-01\nroot_causes: [full-disk]\n---\n",
    ])

  func findings(in knowledgeBase: KnowledgeBase) -> [FileFinding] {
    let links = ExplicitLinks(knowledgeBase)
    let promises = knowledgeBase.promises
    return knowledgeBase.causes.all.flatMap { cause -> [FileFinding] in
      guard cause.slug != "unknown", cause.occurrences.count > 1 else { return [] }
      return Self.findings(cause, links, promises.entries(for: cause.slug), knowledgeBase)
    }
  }

  /// Strikes and promises both stand newest first, so that one walk over them finds for each strike the newest promise
  /// that is no newer than the strike before it.
  private static func findings(
    _ cause: Cause, _ links: ExplicitLinks, _ promises: [Int], _ knowledgeBase: KnowledgeBase
  ) -> [FileFinding] {
    let strikes = cause.occurrences.filter { position in
      let postMortem = knowledgeBase.postMortems[position]
      return postMortem.day != nil && !postMortem.isExternal && postMortem.kind == .incident
    }
    var open = promises.map { knowledgeBase.actions.entries[$0] }.filter { $0.item.state == .open }[...]
    return zip(strikes, strikes.dropFirst()).compactMap { later, earlier in
      open = open.drop { $0.postMortem < earlier }
      guard !links.connects(later, to: cause.slug) else { return nil }
      return finding(cause, later, earlier, hasOpenPromise: !open.isEmpty, knowledgeBase)
    }
  }

  /// Of two neighbouring strikes the later one is told about the earlier: within the reach of the trends, or as long as
  /// a promise from then is open.
  private static func finding(
    _ cause: Cause, _ later: Int, _ earlier: Int, hasOpenPromise: Bool, _ knowledgeBase: KnowledgeBase
  ) -> FileFinding? {
    let (own, other) = (knowledgeBase.postMortems[later], knowledgeBase.postMortems[earlier])
    guard let name = own.fields.rootCauses.first(where: { knowledgeBase.causes.canonical($0.value) == cause.slug }),
      let day = own.day, let before = other.day, before < day,
      hasOpenPromise || day.daysSinceEpoch - before.daysSinceEpoch <= Recurrences.reach
    else { return nil }
    return FileFinding(
      file: own.file,
      Finding(
        description.id, at: name.span, "'\(name.value)' has struck before, in '\(other.id)' on \(before.iso)",
        help: "add 'recurrence_of: [\(other.id)]' to the front matter"))
  }
}

/// Which causes the post-mortems have that an author has linked with each post-mortem, in either direction.
struct ExplicitLinks {
  private var causes: [Int: Set<String>] = [:]

  init(_ knowledgeBase: KnowledgeBase) {
    for (position, postMortem) in knowledgeBase.postMortems.enumerated() {
      for name in postMortem.fields.recurrenceOf + postMortem.fields.related {
        guard let other = knowledgeBase.references.position(of: name.value), other != position else { continue }
        causes[position, default: []].formUnion(Self.causes(of: other, knowledgeBase))
        causes[other, default: []].formUnion(Self.causes(of: position, knowledgeBase))
      }
    }
  }

  private static func causes(of position: Int, _ knowledgeBase: KnowledgeBase) -> [String] {
    knowledgeBase.postMortems[position].fields.rootCauses.map { knowledgeBase.causes.canonical($0.value) }
  }

  func connects(_ position: Int, to cause: String) -> Bool { causes[position]?.contains(cause) ?? false }
}
