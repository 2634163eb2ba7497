internal import Diagnostics
internal import KnowledgeBase
internal import PostMortems

/// A cause that struck again, as data: what had been promised, and how it stood on that day.
enum RecurrenceJSON {
  /// The repeats of a cause for a list of those of all.
  static func listed(_ recurrence: CauseRecurrence, _ base: KnowledgeBase) -> some Sequence<JSONValue> {
    recurrence.repeats.lazy.map { again in
      .object(
        [
          .init("cause", .string(recurrence.cause.slug)),
          .init("post_mortem", .string(base.postMortems[again.postMortem].id)),
        ] + verdict(again, base))
    }
  }

  static func verdict(_ again: Repeat, _ base: KnowledgeBase) -> [JSONValue.Member] {
    [
      .init("previous", .optional(again.previous.map { base.postMortems[$0].id })),
      .init("gap_days", .optional(again.gapDays)), .init("verdict", .string(again.verdict.rawValue)),
      .init("reason", .string(RecurrenceWords.reason(again, base))),
      .init("promises", .array(again.promises.map { promise($0, base) })),
      .init("promises_omitted", .int(again.omitted)),
    ]
  }

  /// The promise by its post-mortem and number; its words stand there.
  private static func promise(_ promise: PromiseStanding, _ base: KnowledgeBase) -> JSONValue {
    let entry = base.actions.entries[promise.entry]
    return .object([
      "post_mortem": .string(base.postMortems[entry.postMortem].id), "action_item": .int(entry.number),
      "state": .string(promise.state.rawValue), "days": .optional(promise.days),
      "bearing": .string(promise.bearing.rawValue),
    ])
  }
}
