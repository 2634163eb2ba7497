internal import Diagnostics
internal import PostMortems

/// A row of a timeline as data.
enum TimelineJSON {
  static func value(_ event: TimelineEvent) -> JSONValue {
    .object([
      "at": .optional(event.at?.iso), "until": .optional(event.until?.iso), "approximate": .bool(event.isApproximate),
      "zone_stated": .bool(event.hasZone), "marker": .optional(event.marker?.rawValue), "text": .string(event.text),
    ])
  }
}
