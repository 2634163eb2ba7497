internal import Diagnostics
internal import PostMortems

/// The attributes of one of Datadog's records, by their `snake_case` names whichever of the two spellings they have.
struct DatadogAttributes {
  private let record: JSONValue
  private let attributes: JSONValue

  init(record: JSONValue) {
    self.record = record
    attributes = record.member("attributes") ?? .null
  }

  subscript(key: String) -> JSONValue? { attributes.member(key) ?? attributes.member(Self.camelCase(key)) }

  /// A field of the incident's form: `fields.severity.value`.
  func field(_ key: String) -> String? {
    let field = self["fields"]?.member(key) ?? self["fields"]?.member(Self.camelCase(key))
    return field?.member("value")?.text ?? field?.text
  }

  func fieldNames(_ key: String) -> [String] {
    (self["fields"]?.member(key, "value") ?? self[key])?.names ?? []
  }

  /// The incident that a to-do or a cell belongs to.
  var incidentID: String? {
    self["incident_id"]?.text ?? self["incident_uuid"]?.text
      ?? record.member("relationships", "incident", "data", "id")?.text
  }

  /// Durations that Datadog states, in seconds, and the instants between which they lie by its reference.
  private static let durations = [
    ("time_to_detect", "customer_impact_start", "detected"), ("time_to_internal_response", "created", "detected"),
    ("time_to_repair", "detected", "customer_impact_end"), ("time_to_resolve", "created", "resolved"),
    ("customer_impact_duration", "customer_impact_start", "customer_impact_end"),
  ]
  /// What rounding of two instants to seconds may come to.
  private static let tolerance: Int64 = 2

  /// A sentence for each stated duration that its own instants contradict.
  ///
  /// The sign is left aside, since the reference counts some of them backwards.
  var disagreements: [String] {
    Self.durations.compactMap { key, from, to in
      guard let stated = self[key]?.whole, let start = self[from]?.instant, let end = self[to]?.instant else {
        return nil
      }
      let counted = abs(end.seconds - start.seconds)
      guard abs(counted - Int64(clamping: stated.magnitude)) > Self.tolerance else { return nil }
      return "Datadog states \(key) as \(stated) s; from '\(from)' to '\(to)' it is \(counted) s"
    }
  }

  private static func camelCase(_ key: String) -> String {
    let parts = key.split(separator: "_")
    return parts.dropFirst().reduce(String(parts.first ?? "")) { $0 + $1.prefix(1).uppercased() + $1.dropFirst() }
  }
}
