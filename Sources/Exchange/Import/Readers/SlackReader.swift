internal import Diagnostics
internal import PostMortems

/// Slack's messages: day files of an export, answers of its API, searches; and the lists of users and channels beside
/// them.
enum SlackReader: ExportReader {
  static let system = SourceSystem.slack
  /// How many messages are all rows; of more, those that somebody marked are, or the first so many.
  private static let shownRows = 60

  static func recognises(_ export: Export) -> Bool { !records(of: export).isEmpty }

  private enum Kind { case message, user, channel, log }

  private static func records(of export: Export) -> [JSONValue] {
    export.records(under: ["messages", "matches", "members", "users", "channels", "message", "event", "data"]) {
      kind(of: $0) != nil
    }
  }

  private static func kind(of record: JSONValue) -> Kind? {
    if let ts = record.member("ts"), isTimestamp(ts), !record.has("level"),
      record.has(anyOf: ["text", "user", "subtype", "blocks", "bot_id"])
    {
      return .message
    }
    guard let id = record.member("id")?.text ?? record.member("user_id")?.text else { return nil }
    if record.has("profile") && record.has("name") && (id.hasPrefix("U") || id.hasPrefix("W") || id.hasPrefix("B")) {
      return .user
    }
    if record.has(anyOf: ["is_channel", "purpose", "topic"]), record.has("members") || record.has("is_archived") {
      return .channel
    }
    return record.has("change_type") && record.has("date") ? .log : nil
  }

  /// `1583945696.000200`: seconds and six digits, as text.
  private static func isTimestamp(_ value: JSONValue) -> Bool {
    guard let text = value.text else { return false }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
      && parts[0].utf8.count >= 9 && parts[0].utf8.count <= 11
  }

  static func read(_ export: Export, into yield: inout ImportYield) {
    var messages: [JSONValue] = []
    for record in records(of: export) {
      switch kind(of: record) {
      case .message: messages.append(record.member("message") ?? record)
      case .user: noteUser(record, in: &yield)
      case .channel, .log, nil: break
      }
    }
    readMessages(messages, into: &yield)
    if messages.isEmpty, yield.people.isEmpty {
      let message = "lists channels or integrations of Slack; its messages lie in the channels' folders beside it"
      yield.problems.append(ImportProblem(path: export.path, message: message))
    }
  }

  private static func noteUser(_ user: JSONValue, in yield: inout ImportYield) {
    guard user.member("is_bot")?.flag != true, user.member("id")?.text != "USLACKBOT" else { return }
    yield.people.note(person: user.member("id")?.text)
    let profile = user.member("profile")
    yield.identities.append(
      SlackMessage.names(
        user.member("id"), user.member("real_name") ?? profile?.member("real_name"), profile?.member("display_name"),
        user.member("name"), profile?.member("email")))
    let title = profile?.member("title")?.text.flatMap { $0.lowercased().contains("commander") ? $0 : nil }
    for name in [user.member("real_name"), profile?.member("real_name"), profile?.member("display_name")] {
      yield.people.note(person: name?.text, role: title)
    }
  }

  private static func readMessages(_ messages: [JSONValue], into yield: inout ImportYield) {
    let messages = distinct(messages.compactMap(SlackMessage.init))
    let choosesMarked = messages.count > shownRows && messages.contains(where: \.isMarked)
    let workspace = messages.lazy.compactMap(\.workspace).first
    var shown = 0
    var identities: Set<[String]> = []
    for message in messages {
      message.notePeople(in: &yield.people)
      if let identity = message.identity, identities.insert(identity).inserted { yield.identities.append(identity) }
      yield.looseEvidence += Evidence.tracebacks(in: message.text)
      let row = Evidence.row(message.text)
      guard !row.isEmpty else { continue }
      let isKey = message.isMarked || !choosesMarked && shown < shownRows
      shown += 1
      yield.looseEvents.append(
        ImportedEvent(
          at: message.at, text: row, system: system, url: message.permalink(in: workspace), isChatter: !isKey))
    }
  }

  /// In the order of their time; one that was sent to the channel from a thread stands in both and counts once.
  private static func distinct(_ messages: [SlackMessage]) -> [SlackMessage] {
    var seen: Set<String> = []
    return messages.sorted { ($0.at.seconds, $0.ts) < ($1.at.seconds, $1.ts) }.filter { seen.insert($0.key).inserted }
  }
}
