internal import Diagnostics
internal import KnowledgeBase
internal import PostMortems

/// Reports a root cause that no preventive action item is against.
struct RootCauseUnaddressed: PostMortemRule {
  static let description = RuleDescription(
    id: "root-cause-unaddressed", group: .actionItems, level: .note,
    summary: "no preventive action item addresses a root cause",
    rationale: "A cause that everybody knows and nobody removes comes back.",
    triggering: [
      "---\nroot_causes: [full-disk, ↓no-quota]\n---\n## Action items\n\n- [ ] Move logs away (type: prevent, addresses: full-disk)\n",
      "---\nroot_causes: [↓full-disk]\n---\n## Action items\n\n- [ ] Alert on disk usage (type: detect, addresses: full-disk)\n",
      "---\nroot_causes: [↓full-disk]\n---\n## Action items\n\n- [ ] Write a runbook (type: process)\n",
    ],
    nonTriggering: [
      "---\nroot_causes: [full-disk]\n---\n## Action items\n\n- [ ] Move logs away (type: prevent, addresses: full-disk)\n",
      "---\nroot_causes: [full-disk]\n---\n## Action items\n\n- [ ] Move logs away (type: prevent)\n- [ ] Alert (type: detect)\n",
      "---\nroot_causes: [full-disk]\n---\n## Action items\n\n- [ ] Alert on disk usage\n",
      "---\nroot_causes: [full-disk]\n---\n## Action items\n\n- [-] Move logs away (declined: the disk is gone, type: prevent, addresses: full-disk)\n- [ ] Alert (type: detect)\n",
      "---\nroot_causes: [deploy]\n---\n## Action items\n\n- [ ] Write a runbook (type: process)\n",
      "---\norigin: external\nroot_causes: [full-disk]\n---\n## Action items\n\n- [ ] Write a runbook (type: process)\n",
    ])

  func findings(in draft: PostMortemDraft, context: RuleContext) -> [Finding] {
    let items = draft.promises
    let catalogue = context.knowledgeBase.causes
    let roots = draft.fields.rootCauses.filter { root in
      root.value.lowercased() != "unknown" && (!catalogue.hasRecords || catalogue.hasRecord(root.value))
        && !TriggerAsRootCause.isTrigger(root.value)
    }
    guard !roots.isEmpty, items.contains(where: { !$0.addresses.isEmpty || $0.type != nil }) else { return [] }
    let addressed = Self.addressed(by: items, roots: roots.map(\.value), catalogue)
    guard let addressed else { return [] }
    return roots.filter { !addressed.contains(catalogue.canonical($0.value)) }.map { root in
      Finding(
        Self.description.id, at: root.span, "root cause '\(root.value)' is addressed by no preventive action item",
        notes: Self.others(against: root.value, items, catalogue),
        help: "add an item with '(type: prevent, addresses: \(root.value))', or decline one with a reason")
    }
  }

  /// The causes that some item was to prevent; nil where that cannot be told, as items do not name their causes.
  ///
  /// A declined item counts: not to prevent a cause is a decision too. So does one that misspells its cause.
  private static func addressed(by items: [ActionItem], roots: [String], _ catalogue: CauseCatalogue) -> Set<String>? {
    let preventive = items.filter { isPreventive($0) || !$0.isStanding }
    if preventive.contains(where: \.addresses.isEmpty) {
      if roots.count == 1 || !items.contains(where: { !$0.addresses.isEmpty }) { return nil }
    }
    let names = NearMissIndex(roots)
    return Set(
      preventive.flatMap(\.addresses).flatMap { word in
        let near = names.nearest(to: word.value)
        return [catalogue.canonical(word.value)] + (near.map { [catalogue.canonical($0)] } ?? [])
      })
  }

  /// The items that only notice the cause or bear it.
  private static func others(against root: String, _ items: [ActionItem], _ catalogue: CauseCatalogue) -> [String] {
    let slug = catalogue.canonical(root)
    let types = items.filter { item in item.addresses.contains { catalogue.canonical($0.value) == slug } }
      .compactMap { $0.type?.rawValue }
    return types.isEmpty ? [] : ["the items against it are of type \(Set(types).sorted().joined(separator: " and "))"]
  }

  /// Whether the author says so, or says nothing else.
  private static func isPreventive(_ item: ActionItem) -> Bool {
    if let type = item.type { return type == .prevent }
    return !item.addresses.isEmpty || item.inferredType ?? .prevent == .prevent
  }
}
