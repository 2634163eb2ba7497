internal import Diagnostics

/// A day or time that a line with a label gives: `**Date:** 2021-05-26`, `| Incident start | 2026-10-01 01:00 UTC |`, or
/// a heading `Start time` with the time below it.
struct DatedLabel {
  /// What the label says of its time; the clearest first.
  enum Meaning: Int, Comparable {
    case start, day, detection

    static func < (left: DatedLabel.Meaning, right: DatedLabel.Meaning) -> Bool { left.rawValue < right.rawValue }
  }

  let meaning: Meaning
  let date: DateExpression
  /// The label's line, from its first word.
  let span: SourceSpan
  /// Where the date stands.
  let place: Int
}

/// Finds the labels of a document that date its incident.
enum DatedLabels {
  /// At most this many labels are read, in the order of the document.
  private static let limit = 24

  static func labels(in source: SourceFile, from start: Int) -> [DatedLabel] {
    var found: [DatedLabel] = []
    var isFenced = false
    var pending: DatedLabel.Meaning?
    var line = source.line(at: start)
    while line <= source.lineStarts.count, found.count < limit {
      let span = source.lineSpan(line)
      line += 1
      let text = LabelLine(source.bytes, span)
      if text.isFence { isFenced.toggle() }
      guard !isFenced, !text.isBlank else { continue }
      if let below = pending, let date = text.firstDate(from: span.start) {
        found.append(DatedLabel(meaning: below, date: date.date, span: span, place: date.place))
      }
      pending = nil
      guard let label = text.label, let meaning = meaning(of: label.words) else { continue }
      if let date = text.firstDate(from: label.end) {
        found.append(
          DatedLabel(
            meaning: meaning, date: date.date, span: SourceSpan(label.start, span.end), place: date.place))
      } else if text.isHeading, label.end >= span.end {
        pending = meaning
      }
    }
    return found
  }

  /// What a label means for the incident's start; nil for one on its end, its review or anything else.
  static func meaning(of label: String) -> DatedLabel.Meaning? {
    let words = Slug.make(label).split(separator: "-").map(String.init)
    guard (1...6).contains(words.count), !words.contains(where: { others.contains($0) }) else { return nil }
    if words.contains(where: { starts.contains($0) }) { return .start }
    if words.contains(where: { detections.contains($0) }) { return .detection }
    return words.contains { days.contains($0) } && words.allSatisfy { days.contains($0) || neutral.contains($0) }
      ? .day : nil
  }

  private static let starts: Set<String> = [
    "start", "started", "starts", "starting", "began", "begin", "beginning", "begins", "from", "onset", "beginn",
    "begonnen",
    "debut", "inicio", "aanvang", "occurred", "occurrence",
  ]
  private static let days: Set<String> = [
    "date", "dates", "datum", "fecha", "data", "day", "when", "window", "period", "duration", "zeitraum", "time",
    "times",
    "wann", "quand", "dauer", "duree", "zeit",
  ]
  private static let detections: Set<String> = [
    "detected", "reported", "discovered", "declared", "opened", "noticed", "erkannt", "gemeldet", "detecte",
  ]
  private static let neutral: Set<String> = [
    "incident", "incidents", "outage", "event", "of", "the", "and", "impact", "downtime", "disruption", "de", "l",
    "del",
    "des", "vorfalls", "utc", "local", "issue", "problem", "approximate", "total", "range", "zone", "in", "vom",
  ]
  private static let others: Set<String> = [
    "retro", "review", "reviewed", "post", "postmortem", "mortem", "published", "publication", "update", "updated",
    "modified", "last", "created", "written", "meeting", "held", "due", "end", "ended", "ends", "until", "till",
    "resolved",
    "fixed", "mitigated", "closed", "follow", "expires", "report", "author", "version", "release", "next", "target",
    "ende", "fin", "einde", "to", "completed", "scheduled", "for", "deadline", "resolve", "repair", "recovery",
    "detect",
    "since",
  ]
}

/// One line of a source as a label and what stands behind it.
private struct LabelLine {
  let bytes: [UInt8]
  let span: SourceSpan

  init(_ bytes: [UInt8], _ span: SourceSpan) {
    self.bytes = bytes
    self.span = span
  }

  private var start: Int {
    var index = span.start
    while index < span.end, " \t>|*-+_#".utf8.contains(bytes[index]) { index += 1 }
    return index
  }

  var isBlank: Bool { bytes[span.start..<span.end].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D } }

  var isHeading: Bool { span.start < span.end && bytes[span.start] == UInt8(ascii: "#") }

  var isFence: Bool {
    let text = bytes[span.start..<span.end].drop { $0 == 0x20 }
    return text.starts(with: "```".utf8) || text.starts(with: "~~~".utf8)
  }

  /// The words in front of the first colon or cell's end, at most 48 bytes of them.
  var label: (words: String, start: Int, end: Int)? {
    let start = start
    var index = start
    while index < span.end, index - start <= 48 {
      let byte = bytes[index]
      if byte == UInt8(ascii: ":") || byte == UInt8(ascii: "|") || byte == 0x0D { break }
      guard byte.isASCIILetter || byte >= 0x80 || " /()*_'-".utf8.contains(byte) else { return nil }
      index += 1
    }
    let isEnd = index >= span.end || bytes[index] == 0x0D
    guard index > start, index - start <= 48, !isEnd || isHeading else { return nil }
    return (String(decoding: bytes[start..<index], as: UTF8.self), start, isEnd ? span.end : index + 1)
  }

  func firstDate(from place: Int) -> (date: DateExpression, place: Int)? {
    let text = Array(bytes[place..<min(span.end, place + 200)])
    guard text.contains(where: \.isASCIIDigit), let found = DateFinder.dates(in: text).first else { return nil }
    return (found.date, place + found.range.lowerBound)
  }
}
