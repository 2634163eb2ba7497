internal import Diagnostics
internal import PostMortems

/// A row of a timeline as data.
enum TimelineJSON {
  static func value(_ event: TimelineEvent) -> JSONValue { .object(members(event)) }

  /// The rows of a post-mortem for a list of the rows of all.
  static func listed(_ postMortem: PostMortem) -> [JSONValue] {
    (postMortem.draft.timeline?.events ?? []).enumerated().map { place, event in
      .object([.init("post_mortem", .string(postMortem.id)), .init("row", .int(place + 1))] + members(event))
    }
  }

  private static func members(_ event: TimelineEvent) -> [JSONValue.Member] {
    [
      .init("at", .optional(event.at?.iso)), .init("until", .optional(event.until?.iso)),
      .init("approximate", .bool(event.isApproximate)), .init("zone_stated", .bool(event.hasZone)),
      .init("marker", .optional(event.marker?.rawValue)), .init("text", .string(event.text)),
    ]
  }
}
