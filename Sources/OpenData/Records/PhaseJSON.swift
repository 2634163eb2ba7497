internal import Diagnostics
internal import KnowledgeBase
internal import PostMortems

/// The times of an incident as data, each as exact as its author wrote it, and the lengths between them.
enum PhaseJSON {
  static func members(_ postMortem: PostMortem) -> [JSONValue.Member] {
    let fields = postMortem.fields
    let instants = fields.phases + [("published", fields.published), ("reviewed", fields.reviewed)]
    return [
      .init("date", .optional(postMortem.day?.iso)),
      .init("date_origin", .optional(postMortem.draft.date?.origin.rawValue)),
      .init("timezone", .optional(fields.timezone?.value)),
    ]
      + instants.map { .init($0.name, .optional($0.instant?.value.iso)) }
      + Phase.allCases.map { .init("minutes_to_\($0.rawValue)", .optional(minutes($0, postMortem))) }
  }

  /// From the start in minutes; nil where one of the two times is missing, a day only, or before the start.
  static func minutes(_ phase: Phase, _ postMortem: PostMortem) -> Double? { try? phase.minutes(of: postMortem).get() }
}

extension JSONValue {
  static func optional(_ number: Double?) -> JSONValue { number.map { .double($0) } ?? .null }

  static func optional(_ flag: Bool?) -> JSONValue { flag.map { .bool($0) } ?? .null }
}
