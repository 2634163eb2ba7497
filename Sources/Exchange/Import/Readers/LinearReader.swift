internal import Diagnostics
internal import PostMortems

/// Linear's issues: the table that it exports, and answers of its API.
enum LinearReader: ExportReader {
  static let system = SourceSystem.linear

  static func recognises(_ export: Export) -> Bool {
    guard let text = export.text else { return !records(of: export).isEmpty }
    guard let line = text.split(whereSeparator: \.isNewline).first, line.utf8.count < 4096 else { return false }
    let header = Set(SeparatedValues.rows(of: String(line)).first ?? [])
    return header.isSuperset(of: ["ID", "Title", "Status"])
      && !header.isDisjoint(with: ["Team", "Canceled", "Triaged"])
  }

  private static func records(of export: Export) -> [JSONValue] {
    export.records(under: ["data", "issues", "nodes", "issue"]) { record in
      record.has("identifier") && record.has(anyOf: ["state", "completedAt"])
    }
  }

  static func read(_ export: Export, into yield: inout ImportYield) {
    guard let text = export.text else {
      for record in records(of: export) { if let ticket = ticket(record) { yield.tickets.append(ticket) } }
      return
    }
    let rows = SeparatedValues.rows(of: text)
    guard let header = rows.first else { return }
    for row in rows.dropFirst() {
      let values = Dictionary(zip(header, row), uniquingKeysWith: { first, _ in first }).filter { !$0.value.isEmpty }
      guard let ticket = ticket(values) else { continue }
      yield.tickets.append(ticket)
      yield.people.note(person: values["Assignee"])
    }
  }

  private static func ticket(_ values: [String: String]) -> TicketState? {
    guard let id = values["ID"] else { return nil }
    var ticket = TicketState(ticket: id, state: .unknown)
    let completed = day(values["Completed"])
    let canceled = day(values["Canceled"])
    ticket.state = state(values["Status"], completed: completed, canceled: canceled)
    ticket.title = values["Title"].map { LineText.line($0) }
    ticket.url = values["URL"] ?? values["Url"]
    ticket.owner = values["Assignee"].flatMap { $0.contains("@") ? nil : $0 }
    ticket.due = day(values["Due Date"])
    ticket.closed = ticket.state == .open ? nil : completed ?? canceled
    return ticket
  }

  private static func ticket(_ record: JSONValue) -> TicketState? {
    guard let id = record.member("identifier")?.text else { return nil }
    let completed = record.member("completedAt")?.day
    let canceled = record.member("canceledAt")?.day
    let state = record.member("state")
    var ticket = TicketState(ticket: id, state: .unknown)
    ticket.state = Self.state(
      state?.member("type")?.text ?? state?.name, completed: completed, canceled: canceled)
    ticket.title = record.member("title")?.text.map { LineText.line($0) }
    ticket.url = record.member("url")?.text
    ticket.owner = record.member("assignee")?.name
    ticket.due = record.member("dueDate")?.day
    ticket.closed = ticket.state == .open ? nil : completed ?? canceled
    return ticket
  }

  /// By the dates, which no workflow renames, then by the status's word.
  private static func state(_ status: String?, completed: Day?, canceled: Day?) -> ActionItem.State {
    if canceled != nil { return .declined }
    if completed != nil { return .done }
    switch status?.lowercased() {
    case nil: return .unknown
    case "done", "completed", "released", "merged": return .done
    case "canceled", "cancelled", "duplicate", "won't do": return .declined
    default: return .open
    }
  }

  /// ISO 8601, or as JavaScript prints a date: `Thu Jun 01 2023 10:00:00 GMT+0000 (GMT)`.
  private static func day(_ text: String?) -> Day? {
    guard let text else { return nil }
    if let day = JSONValue.string(text).day { return day }
    let words = text.split(separator: " ")
    guard words.count >= 5 else { return nil }
    let zone = words.count > 5 ? String(words[5]) : "UTC"
    return JSONValue.string("\(words[2]) \(words[1]) \(words[3]) \(words[4].prefix(5)) \(zone)").day
  }
}

/// Reads comma-separated values by RFC 4180: quoted fields hold commas, line breaks and doubled quotes.
enum SeparatedValues {
  static func rows(of text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    let bytes = Array(Array(text.utf8).trimmingMark)
    var index = 0
    func endRow() {
      row.append(String(decoding: field, as: UTF8.self))
      if row.count > 1 || row.first?.isEmpty == false { rows.append(row) }
      row = []
      field = []
    }
    while index < bytes.count {
      let byte = bytes[index]
      if isQuoted, byte == UInt8(ascii: "\"") {
        if index + 1 < bytes.count, bytes[index + 1] == byte {
          field.append(byte)
          index += 1
        } else {
          isQuoted = false
        }
      } else if isQuoted {
        field.append(byte)
      } else if byte == UInt8(ascii: "\""), field.isEmpty {
        isQuoted = true
      } else if byte == UInt8(ascii: ",") {
        row.append(String(decoding: field, as: UTF8.self))
        field = []
      } else if byte == 0x0A || byte == 0x0D {
        endRow()
      } else {
        field.append(byte)
      }
      index += 1
    }
    endRow()
    return rows
  }
}

extension [UInt8] {
  /// Without a byte-order mark.
  fileprivate var trimmingMark: ArraySlice<UInt8> { starts(with: [0xEF, 0xBB, 0xBF]) ? self[3...] : self[...] }
}
