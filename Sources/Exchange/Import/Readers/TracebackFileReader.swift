internal import Diagnostics
internal import PostMortems

/// Files that hold Python tracebacks: saved output, logs, JSON strings.
enum TracebackFileReader: ExportReader {
  static let system = SourceSystem.traceback
  /// A file up to this size, in bytes, is kept whole: it is the traceback, with its notes and what came before.
  private static let wholeFile = 4096
  private static let keys = ["traceback", "stack_trace", "stacktrace", "stack", "exc_info", "exception", "error"]

  static func recognises(_ export: Export) -> Bool {
    texts(of: export).contains { !Evidence.tracebacks(in: $0).isEmpty }
  }

  private static func texts(of export: Export) -> [String] {
    switch export.contents {
    case .text(let text): return isDocument(text) ? [] : [text]
    case .json(let documents):
      return documents.flatMap { $0.items ?? [$0] }.compactMap { document in
        if let text = document.text { return text }
        guard LogRecord(document) == nil, !document.has("id") else { return nil }
        return keys.lazy.compactMap { document.member($0)?.text }.first
      }
    }
  }

  /// A document with front matter quotes tracebacks; it is none.
  private static func isDocument(_ text: String) -> Bool { text.hasPrefix("---\n") || text.hasPrefix("+++\n") }

  static func read(_ export: Export, into yield: inout ImportYield) {
    for text in texts(of: export) {
      let pieces = Evidence.tracebacks(in: text)
      guard !pieces.isEmpty else { continue }
      let isWhole = text.utf8.count <= wholeFile && pieces.count == 1
      yield.looseEvidence += isWhole ? [text.withoutBlankEnds] : pieces
      for piece in pieces.prefix(LogRows.limit) {
        if let event = LoggedMoment.event(of: piece, in: text) { yield.looseEvents.append(event) }
      }
    }
  }
}

extension String {
  /// Without line breaks at either end; blanks that indent the first line stay.
  fileprivate var withoutBlankEnds: String {
    let bytes = Array(utf8)
    guard let last = bytes.lastIndex(where: { $0 > 0x20 }), let first = bytes.firstIndex(where: { $0 > 0x20 }) else {
      return ""
    }
    let start = bytes[..<first].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return String(decoding: bytes[start...last], as: UTF8.self)
  }
}
