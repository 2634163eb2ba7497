internal import Diagnostics
internal import PostMortems

/// Lines of logs as JSON: Elasticsearch's hits, ECS, and what the usual loggers write.
enum ElasticsearchReader: ExportReader {
  static let system = SourceSystem.elasticsearch

  static func recognises(_ export: Export) -> Bool { !records(of: export).isEmpty }

  private static func records(of export: Export) -> [JSONValue] {
    export.records(under: ["hits", "responses", "data", "entries", "logs"]) { !isForeign($0) && LogRecord($0) != nil }
  }

  /// Records of other systems that have a time and a message too.
  private static func isForeign(_ record: JSONValue) -> Bool {
    record.has(anyOf: [
      "monitoring_tool", "entity_id", "alerts", "tinyId", "sys_id", "incident", "event_id", "labels", "_raw",
    ])
      && !record.has(anyOf: ["@timestamp", "_source", "ecs"])
  }

  static func read(_ export: Export, into yield: inout ImportYield) {
    var rows = LogRows(system: system)
    for record in records(of: export).compactMap(LogRecord.init) {
      rows.add(
        at: record.at, message: record.message, isError: record.isError, service: record.service, trace: record.trace)
    }
    rows.finish(path: export.path, into: &yield)
  }
}
