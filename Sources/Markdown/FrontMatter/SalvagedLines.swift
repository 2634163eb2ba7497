import Diagnostics

/// A line scan for `key: text` at the left margin: what can be saved of a block that its parser rejects.
enum SalvagedLines {
  static func entries(in source: SourceFile, content: SourceSpan, separator: UInt8) -> [FrontMatterEntry] {
    var found: [FrontMatterEntry] = []
    var names: Set<String> = []
    for line in source.line(at: content.start)...max(source.line(at: content.start), source.line(at: content.end)) {
      let span = source.lineSpan(line)
      guard span.start < content.end, let entry = entry(source, span, separator),
        names.insert(entry.key.value).inserted
      else { continue }
      found.append(entry)
    }
    return found
  }

  /// The places of every key at the left margin, in order, repeated ones included.
  static func keys(in source: SourceFile, content: SourceSpan, separator: UInt8) -> [Located<String>] {
    (source.line(at: content.start)...max(source.line(at: content.start), source.line(at: content.end)))
      .compactMap { line in
        let span = source.lineSpan(line)
        return span.start < content.end ? key(source, span, separator) : nil
      }
  }

  private static func key(_ source: SourceFile, _ span: SourceSpan, _ separator: UInt8) -> Located<String>? {
    var end = span.start
    while end < span.end, source.bytes[end].isIdentifierByte { end += 1 }
    guard end > span.start else { return nil }
    var next = end
    while next < span.end, source.bytes[next] == 0x20 { next += 1 }
    guard next < span.end, source.bytes[next] == separator else { return nil }
    let keySpan = SourceSpan(span.start, end)
    return Located(source.text(keySpan), at: keySpan)
  }

  private static func entry(_ source: SourceFile, _ span: SourceSpan, _ separator: UInt8) -> FrontMatterEntry? {
    guard let key = key(source, span, separator) else { return nil }
    var start = key.span.end
    while start < span.end, source.bytes[start] != separator { start += 1 }
    start += 1
    var end = span.end
    while start < end, source.bytes[start] == 0x20 || source.bytes[start] == 0x09 { start += 1 }
    while end > start, source.bytes[end - 1] == 0x20 { end -= 1 }
    guard start < end else { return nil }
    let quote = source.bytes[start]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      guard end - start >= 2, source.bytes[end - 1] == quote else { return nil }
      return FrontMatterEntry(
        key: key,
        value: Located(.scalar(source.text(SourceSpan(start + 1, end - 1)), isQuoted: true), at: SourceSpan(start, end))
      )
    }
    guard !"[{|>&*!".utf8.contains(quote) else { return nil }
    let valueSpan = SourceSpan(start, end)
    return FrontMatterEntry(key: key, value: Located(.scalar(source.text(valueSpan), isQuoted: false), at: valueSpan))
  }
}
