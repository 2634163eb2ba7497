internal import Diagnostics
internal import Markdown

/// The head of a row: its time, its marker, and where its words begin.
struct RowHead {
  var time: TimeExpression
  var marker: TimelineMarker?
  /// Offset of the words in the plain text.
  var rest: Int
  /// Where the time stands in the source.
  var timeSpan: SourceSpan

  /// The head of a line, found in its plain text and again in its source.
  init?(_ document: Document, line text: InlineText, span: SourceSpan, bareNumber: Bool = false) {
    guard let time = TimeReader.read(ByteCursor(text.bytes), bareNumber: bareNumber) ?? DayLine.read(text.bytes) else {
      return nil
    }
    self.time = time
    rest = time.rest
    let source = ByteCursor(document.source.bytes, from: span.start, to: span.end)
    timeSpan = Self.locate(time, at: source, bareNumber: bareNumber) ?? SourceSpan(span.start, span.end)
    if let (marker, rest) = TimelineMarker.read(text, from: time.rest) {
      self.marker = marker
      self.rest = rest
    }
  }

  /// A label with its time behind it, `First detected: 2021-05-10 13:50`.
  init?(_ document: Document, label text: InlineText, span: SourceSpan) {
    var cursor = ByteCursor(text.bytes)
    var words = 0
    while words < 6, cursor.index < 60 {
      let word = cursor.word()
      guard !word.isEmpty else { return nil }
      cursor.index += word.utf8.count
      words += 1
      let label = 0..<cursor.index
      let hasColon = cursor.take(":")
      guard cursor.skipGap() > 0 else { return nil }
      guard let time = TimeReader.read(cursor), time.isReadable, time.date != nil || time.hasClock else { continue }
      var tail = ByteCursor(text.bytes, from: time.rest)
      tail.skipGap()
      let marker = TimelineMarker.named(text.bytes[label])
      guard hasColon || tail.isAtEnd || marker != nil else { return nil }
      self.time = time
      self.marker = marker
      rest = 0
      let place = document.source.bytes[span.start..<span.end].firstIndex(of: text.bytes[time.range.lowerBound])
      timeSpan = span
      for start in (place ?? span.start)..<span.end where timeSpan == span {
        let source = ByteCursor(document.source.bytes, from: start, to: span.end)
        timeSpan = Self.locate(time, at: source, bareNumber: false) ?? span
      }
      return
    }
    return nil
  }

  /// The place of a time in the source, where reading there gives the same time.
  private static func locate(_ time: TimeExpression, at source: ByteCursor, bareNumber: Bool) -> SourceSpan? {
    guard let found = TimeReader.read(source, bareNumber: bareNumber), found.date == time.date,
      found.clock == time.clock
    else { return nil }
    return SourceSpan(found.range.lowerBound, found.range.upperBound)
  }

  var isDateOnly: Bool { time.isDateOnly && time.isReadable }
}
