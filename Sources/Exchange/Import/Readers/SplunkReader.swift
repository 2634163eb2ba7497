internal import Diagnostics
internal import PostMortems

/// Splunk's results, one a line or in one document.
enum SplunkReader: ExportReader {
  static let system = SourceSystem.splunk

  static func recognises(_ export: Export) -> Bool { !records(of: export).isEmpty }

  private static func records(of export: Export) -> [JSONValue] {
    export.records(under: ["result", "results", "rows"]) { $0.has("_raw") && $0.has("_time") }
  }

  static func read(_ export: Export, into yield: inout ImportYield) {
    var rows = LogRows(system: system)
    for record in records(of: export) {
      guard let raw = record.member("_raw")?.text, let time = record.member("_time"),
        let at = time.instant ?? time.epoch
      else { continue }
      rows.add(at: at, message: raw, isError: isError(raw), service: nil, trace: nil)
    }
    rows.finish(path: export.path, into: &yield)
  }

  private static func isError(_ raw: String) -> Bool {
    ["ERROR", "FATAL", "CRITICAL", "PANIC", "Traceback (", "level=error", "\"error\""].contains { raw.contains($0) }
  }
}
