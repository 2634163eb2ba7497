package import Diagnostics
package import KnowledgeBase
internal import PostMortems

/// The whole knowledge base as one document, in the form that `OpenDataSchema` describes.
///
/// It holds no settings, no line numbers and no paths but those relative to the input, so that the same documents give
/// the same bytes wherever they lie.
package enum KnowledgeBaseJSON {
  /// Raised where a program that reads the documents of today could misread those of tomorrow.
  package static let version = 1

  package static func value(of base: KnowledgeBase) -> JSONValue {
    document(
      base,
      [
        .init("post_mortems", .array(base.postMortems.indices.map { PostMortemJSON.value($0, in: base) })),
        .init("causes", .array(base.causes.all.map { CauseJSON.value($0, in: base) })),
        .init("plan", .array(base.plan.map { PlanPageJSON.value($0) })),
        .init("suggested_recurrences", .array(base.related.suggestions.map { suggestion($0, base) })),
      ])
  }

  /// A document with some of the lists.
  static func document(_ base: KnowledgeBase, _ lists: [JSONValue.Member]) -> JSONValue {
    .object([.init("version", .int(version)), .init("as_of", .string(base.asOf.iso))] + lists)
  }

  private static func suggestion(_ pair: SuggestedRecurrence, _ base: KnowledgeBase) -> JSONValue {
    .object([
      "later": .string(base.postMortems[pair.later].id), "earlier": .string(base.postMortems[pair.earlier].id),
      "score": .double(pair.score), "reasons": ReasonsJSON.value(pair.reasons),
    ])
  }
}
