package import Diagnostics
package import KnowledgeBase
internal import PostMortems

/// An action item as data, with how it stands on the day of the knowledge base.
package enum ActionItemJSON {
  package static func value(_ entry: LedgerEntry, in base: KnowledgeBase) -> JSONValue {
    .object(members(entry, base))
  }

  static func members(_ entry: LedgerEntry, _ base: KnowledgeBase) -> [JSONValue.Member] {
    let item = entry.item
    return [
      .init("number", .int(entry.number)), .init("text", .string(item.text)),
      .init("state", .string(item.state.rawValue)), .init("standing", .string(entry.standing.rawValue)),
      .init("type", .optional(item.type?.rawValue)), .init("strength", .optional(item.strength?.rawValue)),
      .init("owner", .optional(item.owner?.value)), .init("team", .optional(entry.team)),
      .init("due", .optional(entry.due?.day.iso)), .init("due_by", .optional(entry.dueOrigin)),
      .init("done", .optional(item.done?.value.iso)), .init("age_days", .optional(entry.ageDays)),
      .init("overdue_days", .optional(entry.overdueDays)), .init("ticket", .optional(item.ticket?.value)),
      .init("addresses", .strings(CauseNames.unique(item.addresses.map { base.causes.canonical($0.value) }))),
      .init("done_when", .optional(item.doneWhen)), .init("reason", .optional(item.reason)),
      .init("alternative_to", .optional(item.alternativeTo)),
    ]
  }
}

/// An action item as a row of a list of its own, with the post-mortem that it comes from.
package enum ListedActionItemJSON {
  package static func value(_ entry: LedgerEntry, in base: KnowledgeBase) -> JSONValue {
    let postMortem = base.postMortems[entry.postMortem]
    return .object(
      [
        .init("post_mortem", .string(postMortem.id)), .init("severity", .optional(postMortem.severity?.name)),
        .init("services", .strings(postMortem.services)),
      ] + ActionItemJSON.members(entry, base))
  }
}
