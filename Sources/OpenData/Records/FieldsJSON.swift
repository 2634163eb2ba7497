internal import Diagnostics
internal import KnowledgeBase
internal import PostMortems

/// What the front matter says about an incident, as data; causes and post-mortems by the names of their records.
enum FieldsJSON {
  static func members(_ postMortem: PostMortem, _ base: KnowledgeBase) -> [JSONValue.Member] {
    let fields = postMortem.fields
    return [
      .init("detection", fields.detection.map(detection) ?? .null),
      .init("trigger", .optional(fields.trigger?.value)),
      .init("root_causes", .strings(CauseNames.rootCauses(of: postMortem, base))),
      .init("contributing_factors", .array(fields.contributingFactors.map { factor($0, base) })),
      .init("mitigations", .array(fields.mitigations.map(mitigation))),
      .init("controls", .array(fields.controls.map(control))),
      .init("impact", fields.impact.map(impact) ?? .null),
      .init("responders", fields.responders.map(responders) ?? .null),
      .init("links", .array(fields.links.map { link($0.name.value, $0.address.value) })),
      .init("related", .strings(fields.related.map { reference($0.value, base) })),
      .init("recurrence_of", .strings(fields.recurrenceOf.map { reference($0.value, base) })),
      .init("sources", .strings(fields.sources.map(\.value))),
      .init("imported_from", .array(fields.importSources.map(importSource))),
    ]
  }

  /// The id of the post-mortem that is meant; what leads nowhere stays as written.
  static func reference(_ text: String, _ base: KnowledgeBase) -> String {
    base.references.position(of: text).map { base.postMortems[$0].id } ?? text
  }

  private static func detection(_ detection: Detection) -> JSONValue {
    .object([
      "source": .optional(detection.source?.value), "alert": .optional(detection.alert?.value),
      "first_seen_by": .optional(detection.firstSeenBy?.value),
    ])
  }

  private static func factor(_ factor: ContributingFactor, _ base: KnowledgeBase) -> JSONValue {
    .object([
      "cause": .optional(factor.slug.map { base.causes.canonical($0.value) }), "text": .optional(factor.text),
      "introduced": .optional(factor.introduced?.value.iso),
    ])
  }

  private static func mitigation(_ mitigation: Mitigation) -> JSONValue {
    .object([
      "type": .optional(mitigation.type?.value), "at": .optional(mitigation.at?.value.iso),
      "automated": .optional(mitigation.isAutomated), "worked": .optional(mitigation.worked),
    ])
  }

  private static func control(_ control: ControlState) -> JSONValue {
    .object(["control": .string(control.control.value), "state": .string(control.state.value)])
  }

  private static func impact(_ impact: Impact) -> JSONValue {
    .object([
      "users": .optional(impact.users), "requests_failed": .optional(impact.requestsFailed),
      "minutes": .optional(impact.minutes), "money": .optional(impact.money), "data_loss": .optional(impact.dataLoss),
      "slo": .optional(impact.slo),
    ])
  }

  private static func responders(_ responders: Responders) -> JSONValue {
    .object([
      "count": .optional(responders.count), "hours": .optional(responders.hours),
      "out_of_hours": .optional(responders.outOfHours),
    ])
  }

  private static func link(_ name: String, _ address: String) -> JSONValue {
    .object(["name": .string(name), "address": .string(address)])
  }

  private static func importSource(_ source: ImportSource) -> JSONValue {
    .object(["system": .string(source.system), "id": .string(source.id), "url": .optional(source.url)])
  }
}

/// The causes that a post-mortem names, by the names of their records.
enum CauseNames {
  /// Each once, in the author's order; `unknown` is kept, because somebody looked and did not know.
  static func rootCauses(of postMortem: PostMortem, _ base: KnowledgeBase) -> [String] {
    unique(postMortem.fields.rootCauses.map { base.causes.canonical($0.value) })
  }

  static func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}
