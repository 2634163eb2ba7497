package import Diagnostics
package import PostMortems

/// Which action items somebody asks about.
package struct ActionSelection: Sendable {
  package var state: ActionItem.State?
  /// A team's name or title, or an owner as items name one; any letter case.
  package var team: String?
  package var isOverdueOnly: Bool

  package init(state: ActionItem.State? = nil, team: String? = nil, isOverdueOnly: Bool = false) {
    self.state = state
    self.team = team
    self.isOverdueOnly = isOverdueOnly
  }

  /// In the ledger's order.
  package func entries(in base: KnowledgeBase) -> [LedgerEntry] {
    let slugs = team.map { Self.slugs(of: $0, in: base) }
    return base.actions.entries.filter { entry in
      (state.map { $0 == entry.item.state } ?? true) && (!isOverdueOnly || entry.overdueDays != nil)
        && (slugs.map { Self.isOf($0, entry) } ?? true)
    }
  }

  /// Every name that `team` can hold, sorted.
  package static func teams(in base: KnowledgeBase) -> [String] {
    let owners = base.actions.entries.compactMap { $0.item.owner.map { bare($0.value) } }
    return Set(base.settings.teams.map(\.slug) + base.actions.entries.compactMap(\.team) + owners).sorted()
  }

  /// Whether some team or owner has the name.
  package func hasTeam(in base: KnowledgeBase) -> Bool {
    guard let team else { return true }
    let wanted = Self.slugs(of: team, in: base)
    return Self.teams(in: base).contains { wanted.contains($0.lowercased()) }
  }

  private static func isOf(_ slugs: Set<String>, _ entry: LedgerEntry) -> Bool {
    entry.team.map { slugs.contains($0.lowercased()) } ?? false
      || entry.item.owner.map { slugs.contains(bare($0.value).lowercased()) } ?? false
  }

  private static func slugs(of team: String, in base: KnowledgeBase) -> Set<String> {
    let name = bare(team).lowercased()
    return Set([name] + base.settings.teams.filter { $0.title.lowercased() == name }.map { $0.slug.lowercased() })
  }

  private static func bare(_ owner: String) -> String { owner.hasPrefix("@") ? String(owner.dropFirst()) : owner }
}

extension LedgerEntry {
  /// The item as a row of data; ages in days, absent where a date is.
  package func json(in base: KnowledgeBase) -> JSONValue {
    let postMortem = base.postMortems[postMortem]
    return .object([
      "text": .string(item.text), "state": .string(item.state.rawValue), "type": .optional(item.type?.rawValue),
      "strength": .optional(item.strength?.rawValue), "owner": .optional(item.owner?.value),
      "team": .optional(team), "due": .optional(due?.day.iso), "due_by": .optional(dueOrigin),
      "done": .optional(item.done?.value.iso), "age_days": .optional(ageDays),
      "overdue_days": .optional(overdueDays), "standing": .string(standing.rawValue),
      "ticket": .optional(item.ticket?.value), "severity": .optional(postMortem.severity?.name),
      "services": .strings(postMortem.services), "post_mortem": .string(postMortem.id),
      "file": .string(postMortem.file), "line": .int(line(in: base)),
      "addresses": .strings(item.addresses.map(\.value)),
    ])
  }

  /// Its line in the file of its post-mortem, from 1.
  package func line(in base: KnowledgeBase) -> Int {
    base.postMortems[postMortem].draft.source.position(at: item.span.start).line
  }

  /// Who set the day: `date` or `service-level`; nil where there is none.
  package var dueOrigin: String? {
    switch due?.origin {
    case .stated: "date"
    case .serviceLevel: "service-level"
    case nil: nil
    }
  }
}
