package import Diagnostics
internal import Markdown

/// One line of a source that may be a label with its value: `**Severity:** high`, `| Duration | 2 h |`.
struct LabelledLine {
  let bytes: [UInt8]
  let span: SourceSpan

  init(_ bytes: [UInt8], _ span: SourceSpan) {
    self.bytes = bytes
    self.span = span
  }

  private var start: Int {
    var index = span.start
    while index < span.end, Self.isLead(bytes[index]) { index += 1 }
    // `:date: …`, a field list's label.
    if index == span.start, index + 1 < span.end, bytes[index] == UInt8(ascii: ":"), bytes[index + 1].isASCIILetter {
      index += 1
    }
    return index
  }

  private static func isLead(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, UInt8(ascii: ">"), UInt8(ascii: "|"), UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "_"), UInt8(ascii: "#"):
      true
    default: false
    }
  }

  var isBlank: Bool { bytes[span.start..<span.end].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D } }

  var isHeading: Bool { span.start < span.end && bytes[span.start] == UInt8(ascii: "#") }

  var isFence: Bool {
    let text = bytes[span.start..<span.end].drop { $0 == 0x20 }
    return text.starts(with: "```".utf8) || text.starts(with: "~~~".utf8)
  }

  /// The words in front of the first colon or cell's end, at most 48 bytes of them.
  var label: (words: String, start: Int, end: Int)? {
    labelPlace.map { (String(decoding: bytes[$0.words], as: UTF8.self), $0.words.lowerBound, $0.end) }
  }

  /// Where those words stand, for whoever can tell by a byte that they are none of interest.
  var labelPlace: (words: Range<Int>, end: Int)? {
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
    return (start..<index, isEnd ? span.end : index + 1)
  }

  func firstDate(from place: Int) -> (date: DateExpression, place: Int)? {
    let text = Array(bytes[place..<min(span.end, place + 200)])
    guard text.contains(where: \.isASCIIDigit), let found = DateFinder.dates(in: text).first else { return nil }
    return (found.date, place + found.range.lowerBound)
  }
}

/// A label and what the line says behind it.
package struct DocumentLabel: Sendable {
  /// The label's words in lower case without diacritics: `time to detection`.
  package let words: [String]
  /// The value without emphasis and closing cell marks; for a heading, the line below it.
  package let value: String
  package let span: SourceSpan

  /// The labels of a document's body in their order, those in fenced code left out.
  package static func labels(of draft: PostMortemDraft) -> [DocumentLabel] {
    let source = draft.source
    let body = draft.document.blocks.first.map { draft.document.nodes[$0].span.start } ?? 0
    var labels: [DocumentLabel] = []
    var isFenced = false
    var heading: (words: [String], span: SourceSpan)?
    var line = source.line(at: body)
    while line <= source.lineStarts.count, labels.count < 400 {
      let span = source.lineSpan(line)
      line += 1
      let text = LabelledLine(source.bytes, span)
      if text.isFence { isFenced.toggle() }
      guard !isFenced, !text.isBlank else { continue }
      if let above = heading {
        labels.append(DocumentLabel(words: above.words, value: text.value(from: span.start), span: above.span))
      }
      heading = nil
      guard let label = text.label else { continue }
      let words = Slug.make(label.words).split(separator: "-").map(String.init)
      let value = text.value(from: label.end)
      let place = SourceSpan(label.start, span.end)
      if text.isHeading, value.isEmpty {
        heading = (words, place)
      } else if !value.isEmpty, words.count <= 7 {
        labels.append(DocumentLabel(words: words, value: value, span: place))
      }
    }
    let cells = MetadataRow.all(of: draft.document).filter { !$0.value.isEmpty }.map { row in
      DocumentLabel(
        words: Slug.make(row.name).split(separator: "-").map(String.init), value: row.value, span: row.valueSpan)
    }
    return labels + cells.filter { (1...7).contains($0.words.count) }
  }
}

extension LabelledLine {
  /// The rest of the line without blanks, emphasis and cell marks around it.
  func value(from place: Int) -> String {
    var (start, end) = (min(place, span.end), min(span.end, place + 400))
    while start < end, " \t*_|:`".utf8.contains(bytes[start]) { start += 1 }
    while end > start, " \t*_|`\r\\".utf8.contains(bytes[end - 1]) { end -= 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}
