package import Diagnostics
internal import PostMortems

extension RecurrenceLedger {
  /// The causes that struck more than once, as data.
  ///
  /// - Parameter suggested: pairs of post-mortems that look like one cause and share none.
  package func json(_ knowledgeBase: KnowledgeBase, suggested: [SuggestedRecurrence] = []) -> JSONValue {
    .object([
      "causes": .array(recurring.map { Self.value($0, knowledgeBase) }),
      "suggested": .array(suggested.map { Self.value($0, knowledgeBase) }),
    ])
  }

  private static func value(_ pair: SuggestedRecurrence, _ base: KnowledgeBase) -> JSONValue {
    .object([
      "a": .string(base.postMortems[pair.later].file), "b": .string(base.postMortems[pair.earlier].file),
      "score": .double(pair.score),
      "reasons": .array(
        pair.reasons.map { .object(["kind": .string($0.kind.rawValue), "text": .string($0.text)]) }),
    ])
  }

  private static func value(_ recurrence: CauseRecurrence, _ base: KnowledgeBase) -> JSONValue {
    .object([
      "cause": .string(recurrence.cause.slug), "title": .string(recurrence.cause.title),
      "status": .optional(recurrence.cause.record?.status?.value),
      "status_contradicted": .bool(base.strikeSinceFixed(recurrence.cause) != nil),
      "post_mortems": .array(recurrence.occurrences.map { place($0, base) }),
      "gaps_days": .array(recurrence.cause.gapDays.map { .int($0) }),
      "contributed_to": .array(recurrence.cause.contributions.reversed().map { place($0, base) }),
      "verdicts": .array(recurrence.repeats.map { value($0, base) }),
    ])
  }

  private static func place(_ position: Int, _ base: KnowledgeBase) -> JSONValue {
    let postMortem = base.postMortems[position]
    return .object([
      "file": .string(postMortem.file), "id": .string(postMortem.id), "date": .optional(postMortem.day?.iso),
      "title": .string(postMortem.title), "origin": .string(postMortem.isExternal ? "external" : "own"),
    ])
  }

  private static func value(_ again: Repeat, _ base: KnowledgeBase) -> JSONValue {
    .object([
      "post_mortem": .string(base.postMortems[again.postMortem].id),
      "file": .string(base.postMortems[again.postMortem].file),
      "previous": .optional(again.previous.map { base.postMortems[$0].id }), "gap_days": .optional(again.gapDays),
      "verdict": .string(again.verdict.rawValue), "reason": .string(RecurrenceWords.reason(again, base)),
      "action_items": .array(again.promises.map { value($0, base) }), "action_items_omitted": .int(again.omitted),
    ])
  }

  private static func value(_ promise: PromiseStanding, _ base: KnowledgeBase) -> JSONValue {
    let entry = base.actions.entries[promise.entry]
    return .object([
      "text": .string(entry.item.text), "owner": .optional(entry.item.owner?.value),
      "state": .string(promise.state.rawValue), "due": .optional(entry.item.due?.value.iso),
      "days": .optional(promise.days), "done": .optional(entry.item.done?.value.iso),
      "state_now": .string(entry.item.state.rawValue), "bearing": .string(promise.bearing.rawValue),
      "reported": .bool(!entry.isPromise), "post_mortem": .string(base.postMortems[entry.postMortem].id),
      "line": .int(base.postMortems[entry.postMortem].draft.source.line(at: entry.item.span.start)),
    ])
  }
}
