package import Diagnostics
package import KnowledgeBase
internal import Markdown
internal import PostMortems

/// A post-mortem as data: what its author wrote and what the knowledge base knows about it, without places in the file.
package enum PostMortemJSON {
  /// Everything: the facts, the text, the rows, and the post-mortems that are like it.
  ///
  /// - Parameters:
  ///   - position: in `KnowledgeBase.postMortems`.
  ///   - hasSource: whether it holds the document's own text, comments included.
  package static func value(_ position: Int, in base: KnowledgeBase, hasSource: Bool = true) -> JSONValue {
    let postMortem = base.postMortems[position]
    let draft = postMortem.draft
    return .object(
      facts(postMortem, base) + [
        .init("summary", .string(postMortem.summary)),
        .init("sections", SectionJSON.value(draft.sections, in: draft.document)),
        .init("timeline", .array((draft.timeline?.events ?? []).map { TimelineJSON.value($0) })),
        .init("action_items", .array(base.actions.items(of: position).map { ActionItemJSON.value($0, in: base) })),
        .init("signatures", .array(draft.signatures.map(signature))),
        .init("recurrences", .array(recurrences(position, base))),
        .init("similar", .array(base.related.of(position).map { similar($0, base) })),
      ] + (hasSource ? [.init("body", .string(DocumentText.body(of: draft.document)))] : []))
  }

  /// The facts alone, as a row of a data file: no text, no rows, nothing about other post-mortems.
  package static func facts(_ position: Int, in base: KnowledgeBase) -> JSONValue {
    .object(facts(base.postMortems[position], base))
  }

  private static func facts(_ postMortem: PostMortem, _ base: KnowledgeBase) -> [JSONValue.Member] {
    identity(postMortem) + PhaseJSON.members(postMortem) + FieldsJSON.members(postMortem, base)
  }

  private static func identity(_ postMortem: PostMortem) -> [JSONValue.Member] {
    let fields = postMortem.fields
    return [
      .init("id", .string(postMortem.id)), .init("slug", .string(postMortem.slug)),
      .init("aliases", .strings(fields.aliases.map(\.value))), .init("title", .string(postMortem.title)),
      .init("file", .string(postMortem.file)), .init("status", .string(postMortem.status.rawValue)),
      .init("kind", .string(postMortem.kind.rawValue)),
      .init("origin", .string(postMortem.isExternal ? "external" : "own")),
      .init("audience", .optional(fields.audience?.value)), .init("severity", .optional(postMortem.severity?.name)),
      .init("severity_rank", .optional(postMortem.severity?.rank)), .init("services", .strings(postMortem.services)),
      .init("teams", .strings(postMortem.teams)), .init("tags", .strings(fields.tags.map(\.value))),
    ]
  }

  private static func signature(_ signature: FailureSignature) -> JSONValue {
    .object([
      "kind": .string(signature.kind.rawValue), "text": .string(signature.text), "hash": .string(signature.hash),
    ])
  }

  /// As what the incident is a repeat, a root cause at a time.
  private static func recurrences(_ position: Int, _ base: KnowledgeBase) -> [JSONValue] {
    base.causes.rootCauses(of: base.postMortems[position]).compactMap { cause in
      base.recurrences.verdict(on: position, of: cause).map { again in
        .object([.init("cause", .string(cause))] + RecurrenceJSON.verdict(again, base))
      }
    }
  }

  private static func similar(_ relation: Relation, _ base: KnowledgeBase) -> JSONValue {
    .object([
      "post_mortem": .string(base.postMortems[relation.postMortem].id), "score": .double(relation.score),
      "reasons": ReasonsJSON.value(relation.reasons),
    ])
  }
}

/// Why two post-mortems are linked, as data.
enum ReasonsJSON {
  static func value(_ reasons: [RelationReason]) -> JSONValue {
    .array(reasons.map { .object(["kind": .string($0.kind.rawValue), "text": .string($0.text)]) })
  }
}
