package import Diagnostics
package import KnowledgeBase
internal import PostMortems

/// A cause as data: its record and everything that happened because of it.
package enum CauseJSON {
  /// Everything, the text and the ledger included.
  package static func value(_ cause: Cause, in base: KnowledgeBase) -> JSONValue {
    let record = cause.record
    return .object(
      facts(cause, base) + [
        .init(
          "repeats",
          .array(
            (base.recurrences.recurrence(of: cause.slug)?.repeats ?? []).map { again in
              .object(
                [.init("post_mortem", .string(base.postMortems[again.postMortem].id))]
                  + RecurrenceJSON.verdict(again, base))
            })),
        .init("promises", .array(base.promises.entries(for: cause.slug).map { place($0, base) })),
        .init("sections", record.map { SectionJSON.value($0.sections, in: $0.document) } ?? .array([])),
        .init("body", .optional(record.map { DocumentText.body(of: $0.document) })),
      ])
  }

  /// The facts alone, as a row of a data file.
  package static func facts(_ cause: Cause, in base: KnowledgeBase) -> JSONValue { .object(facts(cause, base)) }

  private static func facts(_ cause: Cause, _ base: KnowledgeBase) -> [JSONValue.Member] {
    let record = cause.record
    func ids(_ positions: [Int]) -> JSONValue { .strings(positions.map { base.postMortems[$0].id }) }
    let days = cause.occurrences.compactMap { base.postMortems[$0].day }
    return [
      .init("id", .string(cause.slug)), .init("title", .string(cause.title)),
      .init("file", .optional(record?.file)), .init("aliases", .strings(record?.aliases.map(\.value) ?? [])),
      .init("category", .optional(record?.category?.value)), .init("status", .optional(record?.status?.value)),
      .init("status_since", .optional(record?.statusSince?.value.iso)),
      .init("status_contradicted", .bool(base.strikeSinceFixed(cause) != nil)),
      .init("owner_team", .optional(record?.ownerTeam?.value)),
      .init("controls", .strings(record?.controls.map(\.value) ?? [])),
      .init("tested_by", .strings(record?.testedBy.map(\.value) ?? [])), .init("post_mortems", ids(cause.occurrences)),
      .init("contributed_to", ids(cause.contributions)), .init("rehearsed_in", ids(cause.rehearsals)),
      .init("first_seen", .optional(days.min()?.iso)), .init("last_seen", .optional(days.max()?.iso)),
      .init("gaps_days", .array(cause.gapDays.map { .int($0) })),
    ]
  }

  private static func place(_ place: Int, _ base: KnowledgeBase) -> JSONValue {
    let entry = base.actions.entries[place]
    return .object([
      "post_mortem": .string(base.postMortems[entry.postMortem].id), "action_item": .int(entry.number),
    ])
  }
}
