internal import Diagnostics
package import KnowledgeBase
internal import PostMortems

/// The whole knowledge base as one document, in the form that `OpenDataSchema` describes.
///
/// It holds no settings, no line numbers and no paths but those relative to the input, so that the same documents give
/// the same bytes wherever they lie.
package enum KnowledgeBaseJSON {
  /// Raised where a program that reads the documents of today could misread those of tomorrow.
  package static let version = 1

  /// The document's bytes. Each record is let go once it is written: all of them as values would take many times the
  /// room of their text.
  package static func bytes(of base: KnowledgeBase) -> [UInt8] {
    let suggestions = base.related.suggestions
    var bytes = head(base)
    append("post_mortems", base.postMortems.indices, to: &bytes) { [PostMortemJSON.value($0, in: base)] }
    append("causes", base.causes.all, to: &bytes) { [CauseJSON.value($0, in: base)] }
    append("plan", base.plan, to: &bytes) { [PlanPageJSON.value($0)] }
    append("suggested_recurrences", suggestions, to: &bytes) { [suggestion($0, base)] }
    bytes += "\n}\n".utf8
    return bytes
  }

  /// Appends a document with one list alone, a line for each record.
  ///
  /// - Parameter values: what a record gives, in the order of the list.
  static func append<Records: Collection, Values: Sequence>(
    _ name: String, of base: KnowledgeBase, _ records: Records, to bytes: inout [UInt8], passingOn: PassingOn,
    _ values: (Records.Element) -> Values
  ) where Values.Element == JSONValue {
    bytes += head(base)
    append(name, records, to: &bytes, isPretty: false, passingOn: passingOn, values)
    bytes += "\n}\n".utf8
  }

  private static func head(_ base: KnowledgeBase) -> [UInt8] {
    Array("{\n  \"version\": \(version),\n  \"as_of\": \"\(base.asOf.iso)\"".utf8)
  }

  private static func append<Records: Collection, Values: Sequence>(
    _ name: String, _ records: Records, to bytes: inout [UInt8], isPretty: Bool = true,
    passingOn: PassingOn = { _ in },
    _ values: (Records.Element) -> Values
  ) where Values.Element == JSONValue {
    bytes += ",\n  \"\(name)\": [".utf8
    var isFirst = true
    for record in records {
      for value in values(record) {
        bytes += (isFirst ? "\n    " : ",\n    ").utf8
        value.append(to: &bytes, indent: 2, pretty: isPretty)
        isFirst = false
        passingOn(&bytes)
      }
    }
    bytes += (isFirst ? "]" : "\n  ]").utf8
  }

  private static func suggestion(_ pair: SuggestedRecurrence, _ base: KnowledgeBase) -> JSONValue {
    .object([
      "later": .string(base.postMortems[pair.later].id), "earlier": .string(base.postMortems[pair.earlier].id),
      "score": .double(pair.score), "reasons": ReasonsJSON.value(pair.reasons),
    ])
  }
}
