internal import Diagnostics
internal import PostMortems

/// ServiceNow's rows of the incident table: plain values, display values, or both of them in one object.
enum ServiceNowReader: ExportReader {
  static let system = SourceSystem.servicenow

  static func recognises(_ export: Export) -> Bool { !records(of: export).isEmpty }

  private static func records(of export: Export) -> [JSONValue] {
    export.records(under: ["result", "records", "data"]) { record in
      guard record.has("number") || record.has("sys_id") else { return false }
      return record.has("short_description") || record.has("sys_created_on") || record.has("sys_class_name")
    }
  }

  static func read(_ export: Export, into yield: inout ImportYield) {
    for record in records(of: export) { yield.add(incident(Row(record: record))) }
  }

  /// One row, whose values may be `{display_value, value, link}`.
  private struct Row {
    let record: JSONValue

    func text(_ key: String) -> String? {
      let value = record.member(key)
      return value?.text ?? value?.member("display_value")?.text ?? value?.member("value")?.text
    }

    /// A time as stored, which is UTC, rather than as shown to the one who asked for it.
    func instant(_ key: String) -> Instant? {
      let value = record.member(key)
      return value?.instant ?? value?.member("value")?.instant ?? value?.member("display_value")?.instant
    }

    /// A name; the key of another table's row is none.
    func name(_ key: String) -> String? {
      guard let text = text(key) else { return nil }
      let isKey = text.utf8.count == 32 && text.allSatisfy(\.isHexDigit)
      return isKey ? nil : text
    }
  }

  private static func incident(_ row: Row) -> ImportedIncident {
    var incident = ImportedIncident(system: system, id: row.text("number") ?? row.text("sys_id") ?? "")
    incident.title = row.text("short_description")
    incident.severity = row.text("severity")
    incident.summary = row.text("description")
    incident.detected = row.instant("opened_at") ?? row.instant("sys_created_on")
    incident.acknowledged = row.instant("work_start")
    incident.resolved = row.instant("resolved_at")
    incident.services = ["business_service", "cmdb_ci"].compactMap(row.name).uniqued
    incident.teams = [row.name("assignment_group")].compactMap { $0 }
    for key in ["opened_by", "caller_id", "assigned_to", "resolved_by", "closed_by"] {
      incident.people.note(person: row.name(key))
    }
    incident.events = events(row)
    readJournals(row, into: &incident)
    incident.notes = notes(row)
    return incident
  }

  private static func events(_ row: Row) -> [ImportedEvent] {
    let rows = [
      ("opened_at", "Opened"), ("work_start", "Work begins"), ("resolved_at", "Resolved"), ("closed_at", "Closed"),
    ]
    return rows.compactMap { key, text in row.instant(key).map { ImportedEvent(at: $0, text: text, system: system) } }
  }

  /// Journals are one text: `2026-01-19 12:00:00 - Name (Work notes)` heads each entry.
  private static func readJournals(_ row: Row, into incident: inout ImportedIncident) {
    for key in ["comments_and_work_notes", "work_notes", "comments"] {
      guard let text = row.text(key) else { continue }
      for entry in ServiceNowJournal.entries(of: text) {
        incident.events.append(ImportedEvent(at: entry.at, text: Evidence.row(entry.text), system: system))
        incident.evidence += Evidence.tracebacks(in: entry.text)
        incident.people.note(person: entry.author)
      }
    }
  }

  private static func notes(_ row: Row) -> [String] {
    var notes = ["ServiceNow's times are read as UTC; where the export shows the instance's zone they are off by it"]
    let scales = ["priority", "impact", "urgency"].compactMap { key in row.text(key).map { "\(key) \($0)" } }
    if !scales.isEmpty { notes.append("ServiceNow gives \(scales.joined(separator: ", "))") }
    if let code = row.text("close_code") { notes.append("ServiceNow's close code: \(LineText.line(code))") }
    if let text = row.text("close_notes") { notes.append("ServiceNow's close notes: \(LineText.line(text))") }
    return notes
  }
}

/// Work notes and comments as ServiceNow joins them in one text, newest first.
enum ServiceNowJournal {
  struct Entry {
    let at: Instant
    let author: String
    var text: String
  }

  static func entries(of text: String) -> [Entry] {
    var entries: [Entry] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let entry = head(line) {
        entries.append(entry)
      } else if !entries.isEmpty {
        entries[entries.count - 1].text += (entries[entries.count - 1].text.isEmpty ? "" : "\n") + line
      }
    }
    return entries.filter { !LineText.line($0.text).isEmpty }
  }

  private static func head(_ line: Substring) -> Entry? {
    guard line.utf8.count > 24, line.hasSuffix(")") || line.hasSuffix(")\r"),
      let open = line.lastIndex(of: "("), let at = JSONValue.string(String(line.prefix(19))).instant
    else { return nil }
    let rest = line[..<open].dropFirst(19)
    guard rest.hasPrefix(" - ") else { return nil }
    return Entry(at: at, author: JSONValue.string(String(rest.dropFirst(3))).text ?? "", text: "")
  }
}
