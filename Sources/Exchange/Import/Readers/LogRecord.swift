internal import Diagnostics
internal import PostMortems

/// One line of a structured log, whichever library or shipper wrote it.
struct LogRecord {
  let at: Instant
  let message: String
  let isError: Bool
  let service: String?
  /// A stack trace in a field of its own.
  let trace: String?

  /// Reads ECS with dotted and nested keys, and what the loggers of Python, Go, Node, Rust and the clouds write; nil for an
  /// object without a time and a message.
  init?(_ value: JSONValue) {
    let record = value.member("_source") ?? value
    guard case .object = record, let at = Self.time(record), let message = Self.message(record) else { return nil }
    guard Self.isLog(record) else { return nil }
    self.at = at
    self.message = message
    let trace = Self.trace(record)
    self.trace = trace
    isError = Self.isError(record) ?? (trace != nil)
    service = record.dotted("service.name") ?? record.text(anyOf: "service", "app", "kubernetes.container.name")
  }

  /// A message and a time alone are anybody's; a log line has a level, or keys that only logs have.
  private static func isLog(_ record: JSONValue) -> Bool {
    level(record) != nil || record.has(anyOf: ["@timestamp", "__REALTIME_TIMESTAMP", "stream", "ecs", "log"])
  }

  private static func level(_ record: JSONValue) -> JSONValue? {
    for key in [
      "log.level", "level", "levelname", "log_level", "lvl", "severity", "severityText", "PRIORITY", "loglevel",
    ] {
      if let level = record.member(key) { return level }
    }
    return record.member("log", "level") ?? record.member("record", "level", "name")
  }

  private static func time(_ record: JSONValue) -> Instant? {
    for key in [
      "@timestamp", "timestamp", "time", "asctime", "ts", "datetime", "eventTime", "__REALTIME_TIMESTAMP", "t",
    ] {
      if let value = record.member(key) { return value.instant ?? commaTime(value) ?? value.epoch }
    }
    return record.member("record", "time", "timestamp")?.epoch
  }

  /// `2024-05-01 10:00:00,123`, as Python's logging writes it.
  private static func commaTime(_ value: JSONValue) -> Instant? {
    guard let text = value.text, let comma = text.lastIndex(of: ",") else { return nil }
    return JSONValue.string(String(text[..<comma])).instant
  }

  private static func message(_ record: JSONValue) -> String? {
    if let text = record.member("record", "message")?.text { return text }
    for key in ["message", "msg", "event", "MESSAGE", "log", "textPayload", "body", "text"] {
      if let text = record.member(key)?.text { return text }
    }
    return record.member("jsonPayload", "message")?.text ?? record.member("event", "original")?.text
      ?? record.dotted("error.message")
  }

  private static func trace(_ record: JSONValue) -> String? {
    for key in ["error.stack_trace", "exception.stacktrace", "error.stack", "exc.stack"] {
      if let text = record.dotted(key) { return text }
    }
    let keys = [
      "exc_info", "exception", "stack_trace", "stacktrace", "traceback", "stack_info", "stack", "error", "err",
    ]
    for key in keys {
      guard let value = record.member(key) else { continue }
      for text in [value.text, value.text(anyOf: "stack_trace", "stack", "traceback")] {
        if let text, text.utf8.contains(0x0A) { return text }
      }
    }
    return nil
  }

  /// By the level's word or its number: 50 and more of pino and bunyan, 3 and less of syslog.
  private static func isError(_ record: JSONValue) -> Bool? {
    guard let level = level(record) else { return nil }
    if let number = level.whole {
      if record.has("PRIORITY") { return number <= 3 }
      return number >= 50 || level == .int(17)
    }
    let word = level.name?.lowercased() ?? ""
    return ["err", "crit", "fatal", "alert", "emerg", "panic", "severe"].contains { word.hasPrefix($0) }
  }
}

extension JSONValue {
  /// The text under `a.b`, be it one key with a point or two keys.
  func dotted(_ key: String) -> String? {
    if let text = member(key)?.text { return text }
    let parts = key.split(separator: ".").map(String.init)
    return parts.count == 2 ? member(parts[0])?.member(parts[1])?.text : nil
  }
}
