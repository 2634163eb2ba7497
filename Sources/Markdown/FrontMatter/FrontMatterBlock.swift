import Diagnostics

/// Where front matter stands in a file, found by its fences alone.
struct FrontMatterBlock {
  let format: FrontMatter.Format
  /// The fences included.
  let span: SourceSpan
  /// Between the fences.
  let content: SourceSpan
  let bodyLine: Int

  enum Search {
    case none
    case found(FrontMatterBlock)
    /// An opening fence whose block never ends.
    case unclosed(SourceSpan)
  }

  static func find(in source: SourceFile) -> Search {
    let first = fenceText(source, line: 1)
    let format: FrontMatter.Format
    switch first {
    case "---": format = .yaml
    case "+++": format = .toml
    default: return braces(in: source).map { .found($0) } ?? .none
    }
    guard source.lineStarts.count > 1 else { return .none }
    for line in 2...source.lineStarts.count {
      let text = fenceText(source, line: line)
      guard text == first || (format == .yaml && text == "...") else { continue }
      let end = source.lineSpan(line).end
      return .found(
        FrontMatterBlock(
          format: format, span: SourceSpan(source.hasByteOrderMark ? 3 : 0, end),
          content: SourceSpan(source.lineStarts[1], source.lineStarts[line - 1]), bodyLine: line + 1))
    }
    return looksLikeKey(source, line: 2) ? .unclosed(source.lineSpan(1)) : .none
  }

  /// JSON between braces that stand alone on their lines, as Hugo reads it; it is YAML too.
  private static func braces(in source: SourceFile) -> FrontMatterBlock? {
    let start = source.hasByteOrderMark ? 3 : 0
    guard line(1, of: source, is: "{"), source.lineStarts.count > 2,
      source.bytes[source.lineStarts[1]...].first(where: { $0 > 0x20 }) == UInt8(ascii: "\"")
    else { return nil }
    for number in 2...min(source.lineStarts.count, 200) where line(number, of: source, is: "}") {
      let span = SourceSpan(start, source.lineSpan(number).end)
      return FrontMatterBlock(format: .yaml, span: span, content: span, bodyLine: number + 1)
    }
    return nil
  }

  private static func line(_ number: Int, of source: SourceFile, is text: String) -> Bool {
    var span = source.lineSpan(number)
    if number == 1, source.hasByteOrderMark { span.start = min(3, span.end) }
    guard span.end - span.start < 8 else { return false }
    return source.bytes[span.start..<span.end].filter { $0 > 0x20 }.elementsEqual(text.utf8)
  }

  /// A short line's text with trailing spaces removed; nil for a line too long to be a fence.
  private static func fenceText(_ source: SourceFile, line: Int) -> String? {
    var span = source.lineSpan(line)
    if line == 1, source.hasByteOrderMark { span.start = min(3, span.end) }
    while span.end > span.start, source.bytes[span.end - 1] == 0x20 || source.bytes[span.end - 1] == 0x09 {
      span.end -= 1
    }
    guard span.end - span.start == 3 else { return nil }
    return source.text(span)
  }

  private static func looksLikeKey(_ source: SourceFile, line: Int) -> Bool {
    let span = source.lineSpan(line)
    let bytes = source.bytes[span.start..<span.end]
    guard let colon = bytes.firstIndex(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "=") }),
      colon > span.start
    else { return false }
    return bytes[span.start..<colon].allSatisfy { $0.isIdentifierByte || $0 == 0x20 }
  }
}

extension UInt8 {
  var isIdentifierByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
