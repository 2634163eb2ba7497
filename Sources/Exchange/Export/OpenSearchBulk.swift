internal import Diagnostics
package import KnowledgeBase
internal import OpenData
internal import PostMortems

/// Post-mortems, action items and causes as lines for the `_bulk` request of OpenSearch and its relatives.
package enum OpenSearchBulk: ExportFormat {
  package static let name = "opensearch"
  package static let summary = "lines for a _bulk request, with the index template beside the file"

  /// Each document overwrites the one that an earlier export left under its id.
  package static func document(of base: KnowledgeBase, _ options: ExportOptions) -> [UInt8] {
    var bytes: [UInt8] = []
    for (position, postMortem) in base.postMortems.enumerated() {
      append("post-mortems", postMortem.slug, PostMortemJSON.value(position, in: base), to: &bytes)
      for entry in base.actions.items(of: position) {
        append("action-items", "\(postMortem.slug)-\(entry.number)", item(entry, base), to: &bytes)
      }
    }
    for cause in base.causes.all { append("causes", cause.slug, CauseJSON.value(cause, in: base), to: &bytes) }
    return bytes
  }

  /// The answer to "which type has which field", for `PUT _index_template/debrief` before the first export.
  package static var template: [UInt8] {
    JSONValue.object([
      "index_patterns": .strings(["debrief-*"]),
      "template": .object(["mappings": OpenSearchMapping.value]),
    ]).documentBytes
  }

  private static func item(_ entry: LedgerEntry, _ base: KnowledgeBase) -> JSONValue {
    ListedActionItemJSON.value(entry, in: base)
  }

  private static func append(_ index: String, _ id: String, _ value: JSONValue, to bytes: inout [UInt8]) {
    let action = JSONValue.object([
      "index": .object(["_index": .string("debrief-\(index)"), "_id": .string(id)])
    ])
    for line in [action, value] {
      line.append(to: &bytes, indent: 0, pretty: false)
      bytes.append(0x0A)
    }
  }
}

/// The types of the fields of all three indexes; fields of one name have one type in each.
enum OpenSearchMapping {
  static let value = JSONValue.object([
    "dynamic": .bool(true),
    "dynamic_templates": .array([
      .object(["words": .object(["match_mapping_type": .string("string"), "mapping": keyword])])
    ]),
    "properties": .object(
      texts.map { .init($0, fullText) } + dates.map { .init($0, date) } + numbers.map { .init($0, number) }
        + [
          .init("timeline", nested(["at", "until"], texts: ["text"])),
          .init("sections", nested([], texts: ["title", "text"])),
          .init("action_items", nested(["due", "done"], texts: ["text"])),
          .init("mitigations", nested(["at"], texts: [])),
          .init("contributing_factors", nested(["introduced"], texts: ["text"])),
        ]),
  ])

  private static let texts = ["title", "summary", "body", "text", "done_when", "reason"]
  private static let dates = [
    "date", "started", "detected", "acknowledged", "mitigated", "resolved", "published", "reviewed", "due", "done",
    "status_since", "first_seen", "last_seen",
  ]
  private static let numbers = ["minutes_to_detect", "minutes_to_mitigate", "minutes_to_resolve"]

  private static let keyword = JSONValue.object(["type": .string("keyword"), "ignore_above": .int(8191)])
  private static let number = JSONValue.object(["type": .string("double")])
  private static let date = JSONValue.object([
    "type": .string("date"), "format": .string("strict_date_optional_time"),
  ])
  private static let fullText = JSONValue.object([
    "type": .string("text"),
    "fields": .object(["keyword": .object(["type": .string("keyword"), "ignore_above": .int(256)])]),
  ])

  private static func nested(_ dates: [String], texts: [String]) -> JSONValue {
    .object([
      "type": .string("nested"),
      "properties": .object(dates.map { .init($0, date) } + texts.map { .init($0, fullText) }),
    ])
  }
}
