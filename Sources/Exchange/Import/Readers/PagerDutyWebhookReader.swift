internal import Diagnostics
internal import PostMortems

/// Reads PagerDuty's webhooks: `{"event": {…}}` of the third version, `{"messages": […]}` of the second.
struct PagerDutyWebhookReader: ExportReader {
  static let system = SourceSystem.pagerduty

  static func recognises(_ export: Export) -> Bool {
    export.records(opening: ["messages"]).contains { isThird($0) || isSecond($0) }
  }

  private static func isThird(_ value: JSONValue) -> Bool {
    guard let event = value.member("event") else { return false }
    return event.has("event_type", "occurred_at", "data")
  }

  private static func isSecond(_ value: JSONValue) -> Bool {
    // Others' webhooks have the same two keys.
    value.member("event")?.text?.hasPrefix("incident.") == true
      && value.member("incident").map(PagerDutyIncidentReader.isIncident) == true
  }

  static func read(_ export: Export, into yield: inout ImportYield) {
    for value in export.records(opening: ["messages"]) {
      if isThird(value), let event = value.member("event") {
        if let part = part(event) { yield.incidents.append(part) }
      } else if isSecond(value), let incident = value.member("incident") {
        if let part = PagerDutyIncidentReader.incident(incident) { yield.incidents.append(part) }
        let entries = Export(
          path: export.path, contents: .json((value.member("log_entries")?.elements ?? []).map { naming($0, incident) })
        )
        PagerDutyLogReader.read(entries, into: &yield)
      }
    }
  }

  /// A log entry with its incident, which the delivery names beside it.
  private static func naming(_ entry: JSONValue, _ incident: JSONValue) -> JSONValue {
    entry.has("incident") ? entry : .object(entry.members + [JSONValue.Member("incident", incident)])
  }

  private static func part(_ event: JSONValue) -> ImportedIncident? {
    guard let data = event.member("data"), let at = event.member("occurred_at")?.instant else { return nil }
    let kind = (event.member("event_type")?.text ?? "").split(separator: ".").last.map(String.init) ?? ""
    let isIncident = data.member("type")?.text?.hasPrefix("incident") == true && !data.has("incident")
    var part: ImportedIncident
    if isIncident, let incident = PagerDutyIncidentReader.incident(data) {
      part = incident
    } else if let id = data.member("incident")?.member("id")?.text {
      part = ImportedIncident(system: system, id: id, title: data.member("incident")?.member("summary")?.text)
      part.url = data.member("incident")?.firstWebAddress("html_url")
    } else {
      return nil
    }
    PagerDutyUser.add(event.member("agent"), to: &part.people)
    read(kind, at, data, agent: event.member("agent"), into: &part)
    return part
  }

  private static func read(
    _ kind: String, _ at: Instant, _ data: JSONValue, agent: JSONValue?, into part: inout ImportedIncident
  ) {
    let by = agent?.referenceName.map { " by \($0)" } ?? ""
    var text = kind.split(separator: "_").joined(separator: " ")
    switch kind {
    case "triggered":
      part.detected = part.detected ?? at
      part.detection = "alert"
      if part.events.contains(where: { $0.text.hasPrefix("Incident triggered") }) { return }
      text = "incident triggered" + (part.title.map { ": \($0)" } ?? "")
    case "acknowledged":
      part.acknowledged = part.acknowledged ?? at
      text += by
    case "resolved":
      part.resolved = part.resolved ?? at
      text += by
    case "annotated":
      text = data.member("content")?.text.map { "\(agent?.referenceName ?? "note"): \(oneLine($0))" } ?? text
    case "priority_updated": text = "priority set to \(data.member("priority")?.referenceName ?? "none")\(by)"
    case "status_update_published": text = data.member("message")?.text.map(oneLine) ?? text
    default: text += by
    }
    text = text.capitalisedHead
    guard !text.isEmpty, !part.events.contains(where: { $0.at == at && $0.text == text }) else { return }
    part.events.append(
      ImportedEvent(
        at: at, text: text, system: system, url: part.url,
        isChatter: ["delegated", "reassigned", "responder.added"].contains(kind)))
  }
}

extension String {
  /// The text with its first letter in upper case.
  var capitalisedHead: String { first.map { $0.uppercased() + dropFirst() } ?? self }
}
