internal import Diagnostics
internal import PostMortems

/// Finds what is worth keeping word for word.
enum Evidence {
  /// Two tracebacks this near to each other, in bytes, are links of one chain or members of one group.
  private static let chainGap = 200
  /// No single piece is longer, in bytes.
  private static let longest = 16_384

  /// The tracebacks of a text, each chain as one piece.
  static func tracebacks(in text: String) -> [String] {
    let ranges = ranges(in: text)
    guard !ranges.isEmpty else { return [] }
    let bytes = Array(text.utf8)
    return ranges.map { String(decoding: bytes[$0].prefix(longest), as: UTF8.self) }
  }

  /// What a row says of a message that may hold tracebacks: the words around them, or else the exception's line.
  static func row(_ text: String) -> String {
    let ranges = ranges(in: text)
    guard let first = ranges.first, let last = ranges.last else { return LineText.line(text) }
    let bytes = Array(text.utf8)
    let words = LineText.line(String(decoding: bytes[..<first.lowerBound], as: UTF8.self))
    if words.utf8.count > 3 { return words }
    let lines = bytes[last].split(separator: 0x0A)
    return LineText.line(String(decoding: lines.last ?? [], as: UTF8.self))
  }

  private static func ranges(in text: String) -> [Range<Int>] {
    guard text.utf8.count > 24, mayHoldTraceback(text) else { return [] }
    let spans = FailureSignatureReader.tracebackSpans(inText: text)
    var ranges: [Range<Int>] = []
    for span in spans {
      if let last = ranges.last, span.start - last.upperBound <= chainGap {
        ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, span.end)
      } else {
        ranges.append(span.start..<span.end)
      }
    }
    return ranges
  }

  /// A first look at the bytes, since most texts hold no traceback and some are as long as a day's log.
  private static func mayHoldTraceback(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      bytes.indices.contains { index in
        switch bytes[index] {
        case UInt8(ascii: "F"):
          bytes[index...].starts(with: "File \"".utf8) || bytes[index...].starts(with: "File \\".utf8)
        case UInt8(ascii: "T"): bytes[index...].starts(with: "Traceback (".utf8)
        default: false
        }
      }
    }
  }
}
