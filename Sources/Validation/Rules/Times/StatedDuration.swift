internal import Diagnostics
internal import Markdown
internal import PostMortems

/// A length of time behind a label: `Duration: 2 h`, `| Time to recovery | 84 minutes |`.
struct StatedDuration {
  let seconds: Int64
  /// Whether it is the time until the incident was noticed, and not until it was over.
  let isDetection: Bool
  let span: SourceSpan

  static func all(in document: Document) -> [StatedDuration] {
    document.nodes.indices.compactMap { index in
      guard case .text(let run) = document.nodes[index].kind, let label = label(in: document.bytes(run)) else {
        return nil
      }
      let value = value(behind: index, from: label.end, in: document)
      guard let seconds = DurationReader.seconds(atHeadOf: value), !isPartOfTheDay(value) else { return nil }
      let words = document.bytes(run).prefix(label.length)
      let span = document.span(of: words, at: 0, in: index) ?? document.nodes[index].span
      return StatedDuration(seconds: seconds, isDetection: label.isDetection, span: span)
    }
  }

  /// `33h 15m (during support hours)` counts other hours than the clock.
  private static func isPartOfTheDay(_ value: String) -> Bool {
    let text = value.utf8.map(\.folded)[...]
    return ["support hours", "business hours", "working hours", "office hours", "per "].contains {
      text.firstIndex(of: $0.utf8) != nil
    }
  }

  private struct Label {
    let length: Int
    /// Offset of what follows the label and its colon.
    let end: Int
    let isDetection: Bool
  }

  /// The label at the head of a text, which ends there or in front of a colon.
  private static func label(in text: ArraySlice<UInt8>) -> Label? {
    guard let first = text.first?.folded, "tdolim".utf8.contains(first) else { return nil }
    let words = text.prefix(32).prefix { $0 != UInt8(ascii: ":") }
    let name = String(decoding: words.map(\.folded), as: UTF8.self).trimmingBlanks
    guard let isDetection = labels[name] else { return nil }
    let hasColon = words.endIndex < text.endIndex && text[words.endIndex] == UInt8(ascii: ":")
    guard hasColon || words.endIndex == text.endIndex else { return nil }
    return Label(
      length: name.utf8.count, end: words.endIndex - text.startIndex + (hasColon ? 1 : 0), isDetection: isDetection)
  }

  /// The rest of the label's line, or the next cell of its row.
  private static func value(behind node: Int, from offset: Int, in document: Document) -> String {
    guard case .text(let run) = document.nodes[node].kind else { return "" }
    var text = document.bytes(run).dropFirst(offset).map { $0 }
    var index = node + 1
    var passedCell = false
    while index < document.nodes.count, text.count < 120 {
      switch document.nodes[index].kind {
      case .text(let run), .code(let run): text += document.bytes(run)
      case .emphasis, .strong: break
      case .tableCell where !passedCell: passedCell = true
      default:
        index = document.nodes.count
        continue
      }
      index += 1
    }
    return String(decoding: text.drop { $0 == 0x20 || $0 == UInt8(ascii: ":") }, as: UTF8.self)
  }

  private static let labels: [String: Bool] = {
    let detection = ["time to detection", "time to detect", "ttd", "mttd"]
    let recovery = [
      "time to recovery", "time to recover", "time to repair", "time to resolve", "time to resolution",
      "time to mitigate",
      "time to mitigation", "time to restore", "ttr", "mttr", "duration", "incident duration", "outage duration",
      "duration of incident", "duration of the incident", "duration of outage", "duration of the outage",
      "total duration", "downtime", "total downtime", "outage length", "impact duration", "duration of impact",
      "length of outage", "length of the outage",
    ]
    return Dictionary(uniqueKeysWithValues: detection.map { ($0, true) } + recovery.map { ($0, false) })
  }()
}

extension String {
  fileprivate var trimmingBlanks: String {
    String(decoding: utf8.drop { $0 == 0x20 }.reversed().drop { $0 == 0x20 }.reversed(), as: UTF8.self)
  }
}
