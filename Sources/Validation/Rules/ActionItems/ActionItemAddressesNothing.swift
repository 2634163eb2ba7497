internal import Diagnostics
internal import KnowledgeBase
internal import PostMortems

/// Reports an action item against a cause that the post-mortem does not give.
struct ActionItemAddressesNothing: PostMortemRule {
  static let description = RuleDescription(
    id: "action-item-addresses-nothing", group: .actionItems,
    summary: "an action item addresses a cause that the post-mortem does not name",
    rationale:
      "An item counts as the prevention of the cause that it addresses; against a misspelt one it prevents nothing.",
    triggering: [
      "---\nroot_causes: [full-disk]\n---\n## Action items\n\n- [ ] Alert on disk usage (addresses: ↓ful-disk)\n",
      "---\nroot_causes: [full-disk]\n---\n## Action items\n\n- [ ] Alert on disk usage (addresses: full-disk, ↓expired-certificate)\n",
      "-- causes/full-disk.md --\n---\ntitle: Full disk\n---\n-- a.md --\n## Action items\n\n- [ ] Alert (addresses: ↓fool-disk)\n",
    ],
    nonTriggering: [
      "---\nroot_causes: [full-disk]\ncontributing_factors: [no-alert]\n---\n## Action items\n\n- [ ] Alert (addresses: no-alert)\n",
      "-- causes/full-disk.md --\n---\ntitle: Full disk\naliases: [disk full]\n---\n-- a.md --\n---\nroot_causes: [full-disk]\n---\n## Action items\n\n- [ ] Alert (addresses: disk full)\n",
      "## Action items\n\n- [ ] Alert on disk usage (addresses: full-disk)\n",
    ])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    let items = draft.actionItems.filter { !$0.addresses.isEmpty }
    guard !items.isEmpty else { return [] }
    let causes = context.knowledgeBase.causes
    let named = NamedCauses(draft, causes)
    return items.flatMap(\.addresses).compactMap { word -> Finding? in
      if named.contains(word.value) { return nil }
      let isKnown = causes.hasRecord(word.value)
      if named.slugs.isEmpty { return isKnown || !causes.hasRecords ? nil : Self.unknown(word, causes.nearMisses) }
      return isKnown ? Self.unrelated(word, named) : Self.unknown(word, named.nearMisses)
    }.oncePerPlace
  }

  private static func unknown(_ word: Located<String>, _ names: NearMissIndex) -> Finding {
    let near = names.nearest(to: word.value)
    return Finding(
      description.id, at: word.span,
      "cause '\(word.value)' is not among those of this post-mortem" + (near.map { "; did you mean '\($0)'?" } ?? ""),
      help: near.map { "replace it with '\($0)'" } ?? "name the cause in 'root_causes' or 'contributing_factors'",
      fixes: near.map { [Fix(replace: word.span, with: $0, isSafe: false)] } ?? [])
  }

  private static func unrelated(_ word: Located<String>, _ named: NamedCauses) -> Finding {
    Finding(
      description.id, at: word.span, "cause '\(word.value)' is not among those of this post-mortem",
      notes: ["they are \(named.names.joined(separator: ", "))"],
      help: "add '\(word.value)' to 'contributing_factors', or address one of them")
  }
}

/// The root causes and contributing factors that a post-mortem names.
struct NamedCauses {
  /// As written, root causes first.
  let names: [String]
  /// As the catalogue keeps them.
  let slugs: Set<String>
  let nearMisses: NearMissIndex
  private let catalogue: CauseCatalogue

  init(_ draft: PostMortemDraft, _ catalogue: CauseCatalogue) {
    self.catalogue = catalogue
    names = draft.fields.rootCauses.map(\.value) + draft.fields.contributingFactors.compactMap(\.slug?.value)
    slugs = Set(names.map(catalogue.canonical))
    nearMisses = NearMissIndex(names)
  }

  func contains(_ name: String) -> Bool { slugs.contains(catalogue.canonical(name)) }
}
