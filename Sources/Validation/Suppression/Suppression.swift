package import Diagnostics

/// An author's word that a finding is known and meant: a comment with the rule's name and a reason.
package struct Suppression: Hashable, Sendable {
  /// The rules that it silences.
  package let rules: [Located<String>]
  /// Why; empty where the author gives no reason.
  package let reason: String
  /// From the word `debrief-ignore` to the end of the comment's text.
  package let span: SourceSpan
  /// The lines that it covers, both ends included; nil for the whole file.
  package let lines: ClosedRange<Int>?
}

/// Finds suppressions: `<!-- debrief-ignore rule-a, rule-b: reason -->` for its own line or, alone on a line, for the
/// block below it; `debrief-ignore-file` for the whole file; the same words behind `#` in front matter.
package enum SuppressionReader {
  static let word = Array("debrief-ignore".utf8)

  package static func suppressions(in source: SourceFile) -> [Suppression] {
    guard contains(source.bytes) else { return [] }
    return (1...source.lineStarts.count).compactMap { suppression(onLine: $0, source) }
  }

  /// Whether the word occurs at all, which it does in few files.
  private static func contains(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= word.count else { return false }
    return bytes.withUnsafeBufferPointer { buffer in
      let first = word[0]
      for start in 0...(buffer.count - word.count) where buffer[start] == first {
        if buffer[start..<(start + word.count)].elementsEqual(word) { return true }
      }
      return false
    }
  }

  private static func suppression(onLine number: Int, _ source: SourceFile) -> Suppression? {
    let line = source.lineSpan(number)
    let bytes = source.bytes[line.start..<line.end]
    guard let start = find(word, in: bytes), let opener = opener(before: start, in: bytes) else { return nil }
    var index = start + word.count
    let isFile = bytes[index...].starts(with: "-file".utf8)
    if isFile { index += 5 }
    let end = opener.isComment ? find(Array("-->".utf8), in: bytes[index...]) ?? line.end : line.end
    let (rules, reason) = parse(source, index..<end)
    guard !rules.isEmpty else { return nil }
    let isAlone =
      bytes[..<opener.start].allSatisfy { $0 == 0x20 || $0 == 0x09 }
      && bytes[min(end + (opener.isComment ? 3 : 0), line.end)...].allSatisfy { $0 == 0x20 || $0 == 0x09 }
    let lines = isFile ? nil : isAlone ? block(below: number, source) : number...number
    return Suppression(rules: rules, reason: reason, span: SourceSpan(start, trimmedEnd(bytes, end)), lines: lines)
  }

  /// The `<!--` or `#` that stands right before the word.
  private static func opener(before start: Int, in bytes: ArraySlice<UInt8>) -> (start: Int, isComment: Bool)? {
    var index = start
    while index > bytes.startIndex, bytes[index - 1] == 0x20 { index -= 1 }
    if bytes[..<index].suffix(4).elementsEqual("<!--".utf8) { return (index - 4, true) }
    if index > bytes.startIndex, bytes[index - 1] == UInt8(ascii: "#") { return (index - 1, false) }
    return nil
  }

  /// `rule-a, rule-b: reason`.
  private static func parse(_ source: SourceFile, _ range: Range<Int>) -> (rules: [Located<String>], reason: String) {
    let colon = source.bytes[range].firstIndex(of: UInt8(ascii: ":")) ?? range.upperBound
    var rules: [Located<String>] = []
    var start = range.lowerBound
    for index in range.lowerBound...colon {
      let isEnd = index == colon || [0x20, 0x09, UInt8(ascii: ",")].contains(source.bytes[index])
      guard isEnd else { continue }
      if index > start { rules.append(Located(source.text(SourceSpan(start, index)), at: SourceSpan(start, index))) }
      start = index + 1
    }
    guard colon < range.upperBound else { return (rules, "") }
    let words = source.text(SourceSpan(colon + 1, range.upperBound)).split { $0 == " " || $0 == "\t" }
    return (rules, words.joined(separator: " "))
  }

  /// The next lines up to an empty one: what a comment on a line of its own speaks of.
  private static func block(below number: Int, _ source: SourceFile) -> ClosedRange<Int> {
    var first = number + 1
    while first < source.lineStarts.count, source.lineSpan(first).isEmpty { first += 1 }
    var last = first
    while last < source.lineStarts.count, !source.lineSpan(last + 1).isEmpty { last += 1 }
    return first...last
  }

  private static func trimmedEnd(_ bytes: ArraySlice<UInt8>, _ end: Int) -> Int {
    var end = end
    while end > bytes.startIndex, bytes[end - 1] == 0x20 { end -= 1 }
    return end
  }

  private static func find(_ needle: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.count >= needle.count else { return nil }
    return (bytes.startIndex...(bytes.endIndex - needle.count)).first {
      bytes[$0..<($0 + needle.count)].elementsEqual(needle)
    }
  }
}
