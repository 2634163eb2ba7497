internal import Diagnostics
internal import PostMortems

/// One message that people or bots wrote in Slack.
struct SlackMessage {
  let ts: String
  let at: Instant
  /// Plain text, line by line.
  let text: String
  private let record: JSONValue

  /// Comings and goings and what else the system writes itself.
  private static let skipped: Set<String> = [
    "channel_join", "channel_leave", "channel_topic", "channel_purpose", "channel_name", "channel_archive",
    "channel_unarchive", "channel_convert_to_private", "channel_convert_to_public", "channel_posting_permissions",
    "group_join", "group_leave", "group_topic", "group_purpose", "group_name", "group_archive", "group_unarchive",
    "bot_add", "bot_remove", "pinned_item", "unpinned_item", "reminder_add", "reminder_delete", "tombstone",
    "message_deleted", "ekm_access_denied", "app_conversation_join", "sh_room_created", "huddle_thread",
    "bot_enable", "bot_disable", "joiner_notification", "slackbot_response",
  ]

  /// Nil for what the system wrote itself, for what is hidden and for a time that is none.
  init?(_ record: JSONValue) {
    guard let ts = record.member("ts")?.text, let whole = ts.split(separator: ".").first,
      let seconds = Int64(whole), !Self.skipped.contains(record.member("subtype")?.text ?? ""),
      record.member("hidden")?.flag != true
    else { return nil }
    self.ts = ts
    self.record = record
    at = Instant(seconds: seconds, precision: .second)
    text = Self.words(record)
  }

  /// A bot may say all in attachments or blocks; a file shows by its title.
  private static func words(_ record: JSONValue) -> String {
    if let text = record.member("text")?.text { return SlackText.plain(text) }
    var parts: [String] = []
    for attachment in record.member("attachments")?.elements ?? [] {
      let words = [attachment.member("pretext"), attachment.member("title"), attachment.member("text")]
        .compactMap { $0?.text }
      parts.append(words.isEmpty ? attachment.member("fallback")?.text ?? "" : words.joined(separator: "\n"))
    }
    if parts.isEmpty { parts = (record.member("blocks")?.elements ?? []).compactMap { blockWords($0, depth: 0) } }
    if parts.isEmpty {
      parts = (record.member("files")?.elements ?? []).compactMap { $0.text(anyOf: "title", "name") }.map {
        "file: \($0)"
      }
    }
    return SlackText.plain(parts.filter { !$0.isEmpty }.joined(separator: "\n"))
  }

  private static func blockWords(_ block: JSONValue, depth: Int) -> String? {
    guard depth < 6 else { return nil }
    if let text = block.member("text") { return text.text ?? blockWords(text, depth: depth + 1) }
    let inner = (block.member("elements") ?? block.member("fields"))?.elements ?? []
    let words = inner.compactMap { blockWords($0, depth: depth + 1) }
    return words.isEmpty ? block.member("url")?.text : words.joined()
  }

  /// The same message for whoever lists it again.
  var key: String { ts + "/" + (record.member("user")?.text ?? record.member("bot_id")?.text ?? "") }

  /// Whether someone pinned it, reacted to it or sent it from a thread to all: what people held to be worth it.
  var isMarked: Bool {
    let isPinned = record.member("pinned_to")?.elements.isEmpty == false || record.member("pinned_info") != nil
    let hasReactions = record.member("reactions")?.elements.isEmpty == false
    return isPinned || hasReactions || record.member("subtype")?.text == "thread_broadcast"
  }

  /// The workspace's host, where an address in the message tells it.
  var workspace: String? {
    let places =
      [record.member("permalink")] + (record.member("files")?.elements ?? []).map { $0.member("permalink") }
      + (record.member("attachments")?.elements ?? []).map { $0.member("from_url") }
    return places.lazy.compactMap { $0?.text }.compactMap(Self.host).first
  }

  private static func host(_ url: String) -> String? {
    guard url.hasPrefix("https://") else { return nil }
    let host = url.dropFirst(8).prefix { $0 != "/" }
    return host.hasSuffix(".slack.com") && host != "files.slack.com" ? String(host) : nil
  }

  /// The message's own address, or the one that its workspace and its channel give.
  func permalink(in workspace: String?) -> String? {
    if let url = record.member("permalink")?.text { return url }
    let channel =
      record.member("channel")?.text ?? record.member("channel", "id")?.text ?? record.member("channel_id")?.text
    guard let workspace, let channel, let first = channel.first, "CGD".contains(first), channel.utf8.count >= 9 else {
      return nil
    }
    return "https://\(workspace)/archives/\(channel)/p" + ts.split(separator: ".").joined()
  }

  func notePeople(in people: inout [String: String]) {
    if record.member("bot_id") == nil { people.note(person: record.member("user")?.text) }
    for id in SlackText.mentions(in: record.member("text")?.text ?? "") { people.note(person: id) }
    let profile = record.member("user_profile")
    for key in ["real_name", "display_name"] { people.note(person: profile?.member(key)?.text) }
  }

  /// The names of the one who wrote it, where the message brings them along.
  var identity: [String]? {
    guard let profile = record.member("user_profile"), record.member("bot_id") == nil else { return nil }
    let names = Self.names(
      record.member("user"), profile.member("real_name"), profile.member("display_name"), profile.member("name"))
    return names.count > 1 ? names : nil
  }

  /// Names as texts, each once.
  static func names(_ values: JSONValue?...) -> [String] {
    values.compactMap { $0?.text }.filter { $0.utf8.count > 1 }.uniqued
  }
}
