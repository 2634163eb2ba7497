internal import Diagnostics
internal import PostMortems

/// Messages of Teams channels and chats, as Microsoft Graph gives them.
enum TeamsReader: ExportReader {
  static let system = SourceSystem.teams
  /// How many rows a file shows where nobody marked any.
  private static let shownRows = 60

  static func recognises(_ export: Export) -> Bool { !records(of: export).isEmpty }

  private static func records(of export: Export) -> [JSONValue] {
    export.records(under: ["value", "messages", "data"]) { record in
      record.has("createdDateTime") && record.has("body") && record.has(anyOf: ["messageType", "from", "chatId"])
    }
  }

  static func read(_ export: Export, into yield: inout ImportYield) {
    let messages = records(of: export).flatMap { [$0] + ($0.member("replies")?.elements ?? []) }.filter(isWritten)
      .compactMap { message in message.instant(anyOf: "createdDateTime").map { (message, $0) } }
      .sorted { $0.1 < $1.1 }
    let hasMarked = messages.contains { isMarked($0.0) }
    var shown = 0
    for (message, at) in messages {
      notePeople(message, in: &yield.people)
      let text = words(message)
      yield.looseEvidence += Evidence.tracebacks(in: text)
      let row = Evidence.row(text)
      guard !row.isEmpty else { continue }
      let isKey = isMarked(message) || !hasMarked && shown < shownRows
      shown += 1
      yield.looseEvents.append(
        ImportedEvent(at: at, text: row, system: system, url: message.member("webUrl")?.text, isChatter: !isKey))
    }
  }

  /// Whether people or applications wrote the message and left it: events of the system and deleted ones are not.
  private static func isWritten(_ message: JSONValue) -> Bool {
    message.member("deletedDateTime") == nil && message.member("eventDetail") == nil
      && ["message", nil].contains(message.member("messageType")?.text)
  }

  private static func isMarked(_ message: JSONValue) -> Bool {
    message.member("reactions")?.elements.isEmpty == false
      || ["high", "urgent"].contains(message.member("importance")?.text)
  }

  private static func words(_ message: JSONValue) -> String {
    let body = message.member("body")
    let content = body?.member("content")?.text ?? body?.text ?? ""
    let isPlain = body?.member("contentType")?.text?.lowercased() == "text"
    let text = isPlain ? content : HTMLText.plain(content)
    guard let subject = message.member("subject")?.text else { return text }
    return "\(subject): \(text)"
  }

  private static func notePeople(_ message: JSONValue, in people: inout [String: String]) {
    people.note(message.member("from", "user"))
    for mention in message.member("mentions")?.elements ?? [] where mention.member("mentioned", "user") != nil {
      people.note(person: mention.member("mentionText")?.text)
      people.note(mention.member("mentioned", "user"))
    }
  }
}
