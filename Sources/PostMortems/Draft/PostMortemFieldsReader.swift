package import Diagnostics
package import Markdown

/// Front matter → the fields of a post-mortem.
package struct PostMortemFieldsReader {
  private var reader: FieldReader
  private var fields = PostMortemFields()

  /// The keys of the format, in the order of its description.
  package static let keys = PostMortemFormat.names()

  /// Keys that site generators and trackers keep beside ours, which mean nothing here and harm nobody.
  package static let ignoredKeys: Set<String> = [
    "author", "authors", "layout", "weight", "draft", "slug", "categories", "permalink", "linkTitle", "summary",
    "description", "url", "image", "excerpt", "published_at", "updated", "toc", "template", "reviewers",
    "reviewed_by",
  ]

  package static func read(_ frontMatter: FrontMatter, settings: Settings) -> (PostMortemFields, [Finding]) {
    let zoneText = frontMatter.entry("timezone")?.value.value.text ?? settings.timezone
    var reader = PostMortemFieldsReader(reader: FieldReader(zone: zoneText.flatMap { Zone($0) }))
    for entry in frontMatter.entries {
      let key = entry.key.value
      let ours = keys.contains(key) ? key : settings.keys[key] ?? key
      if ours != key, frontMatter.entry(ours) != nil {
        reader.reportBoth(entry.key, ours)
        continue
      }
      reader.read(ours, entry)
    }
    return (reader.fields, reader.reader.findings)
  }

  private mutating func reportBoth(_ key: Located<String>, _ ours: String) {
    reader.report(
      Finding(
        "redundant-key", at: key.span, "'\(key.value)' stands beside '\(ours)', which counts",
        help: "remove '\(key.value)'"))
  }

  private mutating func read(_ key: String, _ entry: FrontMatterEntry) {
    let value = entry.value
    fields.presentKeys.insert(key)
    switch key {
    case "schema": fields.schema = reader.text(value, key)
    case "id": fields.id = reader.text(value, key)
    case "title": fields.title = reader.text(value, key)
    case "status": fields.status = reader.text(value, key)
    case "kind": fields.kind = reader.text(value, key)
    case "severity": fields.severity = reader.text(value, key)
    case "services": fields.services = reader.texts(value, key)
    case "teams": fields.teams = reader.texts(value, key)
    case "timezone": fields.timezone = reader.text(value, key)
    case "started": fields.started = reader.instant(value, key)
    case "detected": fields.detected = reader.instant(value, key)
    case "acknowledged": fields.acknowledged = reader.instant(value, key)
    case "mitigated": fields.mitigated = reader.instant(value, key)
    case "resolved": fields.resolved = reader.instant(value, key)
    case "published": fields.published = reader.instant(value, key)
    case "reviewed": fields.reviewed = reader.instant(value, key)
    case "trigger": fields.trigger = reader.text(value, key)
    case "root_causes": fields.rootCauses = reader.texts(value, key)
    case "related": fields.related = reader.texts(value, key)
    case "recurrence_of": fields.recurrenceOf = reader.texts(value, key)
    case "audience": fields.audience = reader.text(value, key)
    case "origin": fields.origin = reader.text(value, key)
    case "sources": fields.sources = reader.texts(value, key)
    case "aliases": fields.aliases = reader.texts(value, key)
    case "tags": fields.tags = reader.texts(value, key)
    default: readNested(key, entry)
    }
  }

  private mutating func readNested(_ key: String, _ entry: FrontMatterEntry) {
    let value = entry.value
    switch key {
    case "detection": readDetection(value)
    case "contributing_factors": fields.contributingFactors = items(value).compactMap { factor($0) }
    case "mitigations": fields.mitigations = items(value).compactMap { mitigation($0) }
    case "controls":
      fields.controls = reader.mapping(value, key).compactMap { pair in
        reader.text(pair.value, "controls").map { ControlState(control: pair.key, state: $0) }
      }
    case "impact": readImpact(value)
    case "responders": readResponders(value)
    case "links":
      fields.links = reader.mapping(value, key).compactMap { pair in
        reader.text(pair.value, "links").map { (pair.key, $0) }
      }
    case "source":
      if let sources = reader.importSources(value) {
        fields.importSources = sources
      } else {
        fields.unknownKeys.append(entry.key)
      }
    default:
      if !Self.ignoredKeys.contains(key) { fields.unknownKeys.append(entry.key) }
    }
  }

  private func items(_ value: Located<FrontMatterValue>) -> [Located<FrontMatterValue>] {
    switch value.value {
    case .sequence(let items): items
    case .null: []
    default: [value]
    }
  }

  private mutating func unknown(_ key: Located<String>, in parent: String) {
    let known = PostMortemFormat.names(under: parent)
    let near = NearMiss.nearest(to: key.value, in: known)
    reader.report(
      Finding(
        "unknown-key", at: key.span,
        "'\(parent)' has no key '\(key.value)'" + (near.map { "; did you mean '\($0)'?" } ?? ""),
        notes: ["its keys are \(known.joined(separator: ", "))"], help: near.map { "replace it with '\($0)'" }))
  }
}

// MARK: - Nested values

extension PostMortemFieldsReader {
  private mutating func readDetection(_ value: Located<FrontMatterValue>) {
    var detection = Detection(span: value.span)
    if case .scalar = value.value {
      detection.source = reader.text(value, "detection")
      reader.report(
        Finding(
          "scalar-form", at: value.span, "'detection' is one word; its full form has room for the alert",
          help: "write 'detection: {source: \(value.value.text ?? "alert")}'"))
    } else {
      for pair in reader.mapping(value, "detection") {
        switch pair.key.value {
        case "source": detection.source = reader.text(pair.value, "source")
        case "alert": detection.alert = reader.text(pair.value, "alert")
        case "first_seen_by": detection.firstSeenBy = reader.text(pair.value, "first_seen_by")
        default: unknown(pair.key, in: "detection")
        }
      }
    }
    fields.detection = detection
  }

  private mutating func factor(_ value: Located<FrontMatterValue>) -> ContributingFactor? {
    if case .scalar = value.value {
      return reader.text(value, "contributing_factors").map { ContributingFactor(slug: $0, span: value.span) }
    }
    var factor = ContributingFactor(span: value.span)
    for pair in reader.mapping(value, "contributing_factors") {
      switch pair.key.value {
      case "cause", "slug": factor.slug = reader.text(pair.value, pair.key.value)
      case "text": factor.text = reader.text(pair.value, "text")?.value
      case "introduced": factor.introduced = reader.instant(pair.value, "introduced")
      default: unknown(pair.key, in: "contributing_factors")
      }
    }
    return factor
  }

  private mutating func mitigation(_ value: Located<FrontMatterValue>) -> Mitigation? {
    var mitigation = Mitigation(span: value.span)
    if case .scalar = value.value {
      mitigation.type = reader.text(value, "mitigations")
      return mitigation
    }
    for pair in reader.mapping(value, "mitigations") {
      switch pair.key.value {
      case "type": mitigation.type = reader.text(pair.value, "type")
      case "at": mitigation.at = reader.instant(pair.value, "at")
      case "automated": mitigation.isAutomated = reader.bool(pair.value, "automated")
      case "worked": mitigation.worked = reader.bool(pair.value, "worked")
      default: unknown(pair.key, in: "mitigations")
      }
    }
    return mitigation
  }

  private mutating func readImpact(_ value: Located<FrontMatterValue>) {
    var impact = Impact(span: value.span)
    for pair in reader.mapping(value, "impact") {
      switch pair.key.value {
      case "users": impact.users = reader.number(pair.value, "users")
      case "requests_failed": impact.requestsFailed = reader.number(pair.value, "requests_failed")
      case "minutes": impact.minutes = reader.number(pair.value, "minutes")
      case "money": impact.money = reader.text(pair.value, "money")?.value
      case "data_loss": impact.dataLoss = reader.bool(pair.value, "data_loss")
      case "slo": impact.slo = reader.text(pair.value, "slo")?.value
      default:
        unknown(pair.key, in: "impact")
      }
    }
    fields.impact = impact
  }

  private mutating func readResponders(_ value: Located<FrontMatterValue>) {
    var responders = Responders(span: value.span)
    for pair in reader.mapping(value, "responders") {
      switch pair.key.value {
      case "count": responders.count = reader.number(pair.value, "count")
      case "hours": responders.hours = reader.number(pair.value, "hours")
      case "out_of_hours": responders.outOfHours = reader.bool(pair.value, "out_of_hours")
      default: unknown(pair.key, in: "responders")
      }
    }
    fields.responders = responders
  }
}
