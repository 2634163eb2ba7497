import Diagnostics
import Language
import Markdown
import PostMortems
import Templates

/// Remembers the day of the last row, so that a list says a date only where it changes.
struct DayMarks {
  private var last: Day?

  mutating func mark(_ day: Day?) -> String? {
    guard let day, day != last else { return nil }
    last = day
    return DateWords.long(day)
  }
}

/// One row of a timeline.
struct EventView: TemplateView {
  /// The date, where it differs from that of the row before.
  let day: String?
  /// For machines; nil where the time cannot be placed.
  let machine: String?
  /// `13:42`, or the time as written where it cannot be placed.
  let clock: String
  let until: EventEnd?
  /// The time as its author wrote it, where it reads otherwise in UTC.
  let written: String?
  /// That the zone is not stated, where other rows of the list have one.
  var note: String?
  let isApproximate: Bool
  /// Whether nobody stated the zone of a time of day: it is then shown as it was written.
  let isUnzoned: Bool
  let marker: String?
  let html: [UInt8]

  init(_ event: TimelineEvent, in body: DocumentBody, days: inout DayMarks, mentions: inout FootnoteMentions) {
    day = days.mark(event.at?.day)
    let isUnzoned = event.at.map { $0.precision != .day } ?? false && !event.hasZone
    self.isUnzoned = isUnzoned
    machine = isUnzoned ? event.at?.unzonedISO : event.at?.iso
    if let at = event.at {
      clock = at.precision == .day ? "" : at.clock
    } else {
      clock = body.document.source.text(event.timeSpan)
    }
    let written = Self.written(event, body)
    self.written = written.map { isUnzoned ? say("written \($0)") : say("UTC; written \($0)") }
    until = event.until.map { until in
      let isSameDay = until.day == event.at?.day
      let words = isSameDay ? until.clock : say("\(DateWords.short(until.day)), \(until.clock)")
      return EventEnd(machine: isUnzoned ? until.unzonedISO : until.iso, words: words)
    }
    isApproximate = event.isApproximate && !clock.isEmpty
    marker = event.marker.map { VocabularyWords.capitalised($0.rawValue) }
    html = EventWords.html(event, in: body, &mentions)
  }

  private static func written(_ event: TimelineEvent, _ body: DocumentBody) -> String? {
    guard let at = event.at, at.precision != .day else { return nil }
    let text = body.document.source.text(event.timeSpan)
    // Most authors write `13:42`, which nothing below would change.
    if text == at.clock { return nil }
    let words = text.split(whereSeparator: \.isWhitespace)
    guard let start = words.firstIndex(where: isClock) else { return nil }
    let digits = words[start].utf8.filter { (0x30...0x39).contains($0) }
    let clock = at.clock.utf8.filter { (0x30...0x39).contains($0) }
    let isSame = digits.starts(with: clock) || clock.first == 0x30 && digits.starts(with: clock.dropFirst())
    return isSame ? nil : words[start...].joined(separator: " ")
  }

  /// Whether a word is a time of day: digits with a colon or a full stop between them.
  private static func isClock(_ word: Substring) -> Bool {
    word.contains(":") || word.contains(".") && word.last != "."
  }

  static let schema = ViewSchema<Self>(
    .text("day", \.day), .text("machine", \.machine), .text("clock", \.clock), .view("until", \.until),
    .text("written", \.written), .text("note", \.note),
    .flag("isApproximate", \.isApproximate), .flag("isUnzoned", \.isUnzoned).extra, .text("marker", \.marker),
    .html("html", \.html))
}

/// When what a row tells of was over.
struct EventEnd: TemplateView {
  let machine: String
  let words: String

  static let schema = ViewSchema<Self>(.text("machine", \.machine), .text("words", \.words))
}

/// The words of a row with their markup, without the time that stands before them.
enum EventWords {
  static func html(_ event: TimelineEvent, in body: DocumentBody, _ mentions: inout FootnoteMentions) -> [UInt8] {
    let words = RenderedText.visible(event.text)
    guard !event.content.isEmpty else { return escaped(event.text) }
    var html: [UInt8] = []
    var trial = mentions
    body.renderer.render(event.content, mentions: &trial, into: &html)
    let shown = RenderedText.visible(
      body.document.plainText(from: event.content.lowerBound, to: event.content.upperBound))
    mentions = trial
    // Words that stand before those of the row are its time and marker, which the row shows in their own places.
    guard shown.count > words.count, let lead = lead(of: words, in: shown) else { return html }
    let cut = RenderedText.dropping(first: lead, from: html)
    return RenderedText.linkCount(cut) == RenderedText.linkCount(html) ? cut : html
  }

  /// How many visible bytes stand before the words.
  private static func lead(of words: [UInt8], in shown: [UInt8]) -> Int? {
    guard !words.isEmpty else { return nil }
    let limit = min(shown.count - words.count, 120)
    guard limit > 0 else { return nil }
    return shown.withUnsafeBufferPointer { shown in
      words.withUnsafeBufferPointer { words in
        (1...limit).first { start in
          shown[start] == words[0] && shown[start..<(start + words.count)].elementsEqual(words)
        }
      }
    }
  }

  private static func escaped(_ text: String) -> [UInt8] {
    var output: [UInt8] = []
    HTMLEscaping.append(text.utf8, to: &output)
    return output
  }
}
