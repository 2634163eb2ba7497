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
  /// Whether the label is nothing but `Date`, which may as well be that of the document.
  var isBare = false
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
      let text = LabelledLine(source.bytes, span)
      if text.isFence { isFenced.toggle() }
      guard !isFenced, !text.isBlank else { continue }
      if let below = pending, let date = text.firstDate(from: span.start) {
        found.append(DatedLabel(meaning: below, date: date.date, span: span, place: date.place))
      }
      pending = nil
      guard let place = text.labelPlace, mayHaveMeaning(source.bytes[place.words]), let label = text.label,
        let meaning = meaning(of: label.words)
      else { continue }
      if let date = text.firstDate(from: label.end) {
        found.append(
          DatedLabel(
            meaning: meaning, date: date.date, span: SourceSpan(label.start, span.end), place: date.place,
            isBare: meaning == .day && !label.words.contains(" ")))
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

  /// Whether some word begins with two letters that a word of a start, a detection or a day begins with.
  private static func mayHaveMeaning(_ label: ArraySlice<UInt8>) -> Bool {
    var previous: UInt8 = 0x20
    for index in label.indices {
      let byte = label[index]
      if byte >= 0x80 { return true }
      defer { previous = byte }
      guard byte.isASCIILetter, !previous.isASCIILetter, !previous.isASCIIDigit, index + 1 < label.endIndex else {
        continue
      }
      let second = label[index + 1]
      if second.isASCIILetter, beginnings[Int(byte & 0x1F)] & (1 << UInt32(second & 0x1F)) != 0 { return true }
    }
    return false
  }

  /// For each first letter the second ones as bits; none of the words is shorter.
  private static let beginnings: [UInt32] = {
    var table = [UInt32](repeating: 0, count: 32)
    for word in [starts, detections, days].joined() {
      let letters = word.utf8.prefix(2).map { Int($0 & 0x1F) }
      table[letters[0]] |= 1 << UInt32(letters[1])
    }
    return table
  }()

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
    "detected", "reported", "discovered", "raised", "logged", "declared", "opened", "noticed", "erkannt", "gemeldet",
    "detecte",
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
