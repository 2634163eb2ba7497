internal import Diagnostics
internal import PostMortems

/// Reads PagerDuty's log entries, notes and alerts; those that name their incident join it.
struct PagerDutyLogReader: ExportReader {
  static let system = SourceSystem.pagerduty

  static func recognises(_ export: Export) -> Bool {
    export.records(opening: ["log_entries", "log_entry", "notes", "note", "alerts"]).contains {
      isEntry($0) || isNote($0) || isAlert($0)
    }
  }

  private static func isEntry(_ value: JSONValue) -> Bool {
    value.member("type")?.text?.contains("_log_entry") == true && value.has("created_at")
      || value.has("channel", "agent", "created_at")
  }

  private static func isNote(_ value: JSONValue) -> Bool {
    value.has("content", "created_at", "user") && value.member("user")?.referenceName != nil
  }

  private static func isAlert(_ value: JSONValue) -> Bool {
    value.has("alert_key", "created_at") || value.has("created_at", "service", "suppressed")
  }

  static func read(_ export: Export, into yield: inout ImportYield) {
    var parts: [String: ImportedIncident] = [:]
    for value in export.records(opening: ["log_entries", "log_entry", "notes", "note", "alerts"]) {
      let id = value.member("incident")?.member("id")?.text ?? ""
      var part = parts[id] ?? ImportedIncident(system: system, id: id)
      if isEntry(value) {
        readEntry(value, into: &part)
      } else if isNote(value) {
        readNote(value, into: &part)
      } else if isAlert(value) {
        readAlert(value, into: &part)
      }
      parts[id] = part
    }
    yield.incidents += parts.sorted { $0.key < $1.key }.map(\.value).filter { !$0.events.isEmpty }
  }

  private static func readEntry(_ value: JSONValue, into part: inout ImportedIncident) {
    guard let at = value.member("created_at")?.instant else { return }
    let kind = (value.member("type")?.text ?? "").split(separator: "_").first.map(String.init) ?? ""
    PagerDutyUser.add(value.member("agent"), to: &part.people)
    PagerDutyUser.add(value.member("user"), to: &part.people)
    for assignee in value.member("assignees")?.elements ?? [] { PagerDutyUser.add(assignee, to: &part.people) }
    switch kind {
    case "trigger":
      part.detected = min(at, part.detected ?? at)
      part.detection = "alert"
      if value.member("agent")?.member("type")?.text?.hasPrefix("service") == true { addService(value, to: &part) }
    case "acknowledge": part.acknowledged = min(at, part.acknowledged ?? at)
    case "resolve": part.resolved = max(at, part.resolved ?? at)
    case "unacknowledge", "reopen": part.resolved = nil
    default: break
    }
    if part.title == nil { part.title = value.member("incident")?.firstText("summary", "title").map(oneLine) }
    addService(value, to: &part)
    guard let text = words(of: value, kind) else { return }
    part.events.append(
      ImportedEvent(
        at: at, text: text, system: system,
        url: value.firstWebAddress("html_url") ?? value.member("incident")?.member("html_url")?.webAddress,
        isChatter: kind == "notify" || kind == "assign"))
  }

  private static func addService(_ value: JSONValue, to part: inout ImportedIncident) {
    let agent = value.member("agent").flatMap { $0.member("type")?.text?.hasPrefix("service") == true ? $0 : nil }
    guard let name = value.member("service")?.referenceName ?? agent?.referenceName, !part.services.contains(name)
    else {
      return
    }
    part.services.append(name)
  }

  /// A note's own words stand in its channel, behind the sentence that there is one.
  private static func words(of value: JSONValue, _ kind: String) -> String? {
    let summary = value.member("summary")?.text.map(oneLine)
    guard let channel = value.member("channel") else { return summary }
    let told = channel.firstText("summary", "content", "note", "subject", "details").map(oneLine)
    switch (kind, told) {
    case ("annotate", .some(let told)), ("trigger", .some(let told)):
      guard let summary, summary != told else { return told }
      return "\(summary): \(told)"
    default: return summary ?? told
    }
  }

  private static func readNote(_ value: JSONValue, into part: inout ImportedIncident) {
    guard let at = value.member("created_at")?.instant, let text = value.member("content")?.text else { return }
    PagerDutyUser.add(value.member("user"), to: &part.people)
    let name = value.member("user")?.referenceName.map { "\($0): " } ?? ""
    part.events.append(ImportedEvent(at: at, text: name + oneLine(text), system: system))
  }

  private static func readAlert(_ value: JSONValue, into part: inout ImportedIncident) {
    guard let at = value.member("created_at")?.instant else { return }
    part.detected = min(at, part.detected ?? at)
    part.detection = "alert"
    addService(value, to: &part)
    let name = value.firstText("summary", "alert_key").map { ": \(oneLine($0))" } ?? ""
    part.events.append(
      ImportedEvent(at: at, text: "Alert triggered\(name)", system: system, url: value.firstWebAddress("html_url")))
    if value.member("status")?.text == "resolved", let end = value.firstInstant("resolved_at") {
      part.events.append(ImportedEvent(at: end, text: "Alert resolved\(name)", system: system))
    }
  }
}
