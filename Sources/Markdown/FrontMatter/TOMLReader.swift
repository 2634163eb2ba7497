import Diagnostics
import TOMLKit

/// Reads TOML front matter through TOMLKit, which keeps no places: keys are found again by a scan of the lines.
struct TOMLReader {
  let source: SourceFile
  let content: SourceSpan

  func read() -> YAMLReader.Reading {
    if let place = halfTime {
      let finding = Finding(
        "unreadable-front-matter", at: SourceSpan(place, place),
        "front matter is not valid TOML: a date with a 'T' and no time behind it")
      let salvaged = SalvagedLines.entries(in: source, content: content, separator: UInt8(ascii: "="))
      return YAMLReader.Reading(entries: salvaged, findings: [finding], isReadable: false)
    }
    do {
      let table = try TOMLTable(string: source.text(content))
      return YAMLReader.Reading(entries: entries(of: table, within: content), findings: [], isReadable: true)
    } catch {
      let equals = UInt8(ascii: "=")
      let salvaged = SalvagedLines.entries(in: source, content: content, separator: equals)
      return YAMLReader.Reading(entries: salvaged, findings: findings(for: error), isReadable: false)
    }
  }

  /// Where a `T` stands behind a date and before what is no digit, on which the library ends the program.
  private var halfTime: Int? {
    let bytes = source.bytes
    return (content.start..<content.end).first { index in
      guard bytes[index] | 0x20 == UInt8(ascii: "t"), index - content.start >= 10 else { return false }
      let isDate = bytes[index - 10..<index].elementsEqual("0000-00-00".utf8) { byte, form in
        form == UInt8(ascii: "0") ? byte >= 0x30 && byte <= 0x39 : byte == form
      }
      let isTime = index + 1 < content.end && bytes[index + 1] >= 0x30 && bytes[index + 1] <= 0x39
      return isDate && !isTime
    }
  }

  private func findings(for error: any Error) -> [Finding] {
    var seen: Set<String> = []
    let duplicates = SalvagedLines.keys(in: source, content: content, separator: UInt8(ascii: "="))
      .filter { !seen.insert($0.value).inserted }
    if !duplicates.isEmpty {
      return duplicates.map {
        Finding("duplicate-key", at: $0.span, "key '\($0.value)' is given twice", help: "keep one of the two")
      }
    }
    guard let error = error as? TOMLParseError else {
      return [Finding("unreadable-front-matter", at: SourceSpan(content.start, content.start), "\(error)")]
    }
    let line = source.line(at: content.start) + error.source.begin.line - 1
    let span = source.lineSpan(line)
    var offset = min(span.start + max(error.source.begin.column - 1, 0), span.end)
    while offset > span.start, offset < span.end, source.bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return [
      Finding(
        "unreadable-front-matter", at: SourceSpan(offset, offset),
        "front matter is not valid TOML: \(error.description)")
    ]
  }

  private func entries(of table: TOMLTable, within span: SourceSpan) -> [FrontMatterEntry] {
    let found = table.keys.compactMap { name -> FrontMatterEntry? in
      guard let value = table[name] else { return nil }
      let key = place(of: name, within: span)
      return FrontMatterEntry(key: Located(name, at: key), value: self.value(value.tomlValue, key: key))
    }
    return found.sorted { ($0.key.span.start, $0.key.value) < ($1.key.span.start, $1.key.value) }
  }

  private func value(_ value: TOMLValue, key: SourceSpan) -> Located<FrontMatterValue> {
    let line = source.lineSpan(source.line(at: key.start))
    var start = key.end
    while start < line.end, source.bytes[start] == 0x20 || source.bytes[start] == UInt8(ascii: "=") { start += 1 }
    let rest = SourceSpan(start, line.end)
    if let table = value.table {
      return Located(.mapping(entries(of: table, within: SourceSpan(key.start, content.end))), at: rest)
    }
    if let array = value.array {
      return Located(
        .sequence(array.map { self.value($0.tomlValue, key: key).value }.map { Located($0, at: rest) }), at: rest)
    }
    if let string = value.string { return Located(.scalar(string, isQuoted: true), at: rest) }
    return Located(.scalar(plainText(rest, else: value.debugDescription), isQuoted: false), at: rest)
  }

  /// A number, date or truth value as written, without a trailing comment.
  private func plainText(_ span: SourceSpan, else fallback: String) -> String {
    let text = source.text(span).split(separator: "#", omittingEmptySubsequences: false).first ?? ""
    let trimmed = text.split(separator: " ").joined(separator: " ")
    return trimmed.isEmpty || trimmed.contains("[") || trimmed.contains("{") ? fallback : trimmed
  }

  /// Where a key stands at the head of a line (or of a table's name); the block's start if it cannot be found.
  private func place(of name: String, within span: SourceSpan) -> SourceSpan {
    for line in source.line(at: span.start)...max(source.line(at: span.start), source.line(at: span.end)) {
      let lineSpan = source.lineSpan(line)
      var start = lineSpan.start
      while start < lineSpan.end, [0x20, 0x09, UInt8(ascii: "["), UInt8(ascii: "\"")].contains(source.bytes[start]) {
        start += 1
      }
      let end = start + name.utf8.count
      guard end <= lineSpan.end, source.bytes[start..<end].elementsEqual(name.utf8) else { continue }
      if end == lineSpan.end || !source.bytes[end].isIdentifierByte { return SourceSpan(start, end) }
    }
    return SourceSpan(span.start, span.start)
  }
}
