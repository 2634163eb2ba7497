/// Words that a template leaves for the author to replace.
enum PlaceholderText {
  /// The placeholders in a run of plain text.
  static func ranges(in text: ArraySlice<UInt8>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = text.startIndex
    while true {
      index = candidate(in: text, from: index)
      guard index < text.endIndex else { return found }
      if let end = end(of: text, from: index) {
        found.append(index..<end)
        index = end
      } else {
        index += 1
      }
    }
  }

  /// The next place at which three bytes may begin a placeholder; it passes none over, and none is shorter.
  private static func candidate(in text: ArraySlice<UInt8>, from start: Int) -> Int {
    text.withUnsafeBufferPointer { bytes in
      beginnings.withUnsafeBufferPointer { beginnings in
        var index = start - text.startIndex
        while index + 2 < bytes.count {
          let (seconds, thirds) = beginnings[Int(bytes[index])]
          if (seconds >> UInt32(bytes[index + 1] & 0x1F)) & (thirds >> UInt32(bytes[index + 2] & 0x1F)) & 1 != 0 {
            return text.startIndex + index
          }
          index += 1
        }
        return text.endIndex
      }
    }
  }

  private static func end(of text: ArraySlice<UInt8>, from index: Int) -> Int? {
    switch text[index] {
    case UInt8(ascii: "["), UInt8(ascii: "<"): return bracketed(text, from: index)
    case let byte where byte.isLetter:
      guard index == text.startIndex || !text[index - 1].isWordByte else { return nil }
      for phrase in phrases[Int(byte.folded)] {
        if let end = end(of: phrase, in: text, from: index) { return end }
      }
      return nil
    default: return nil
    }
  }

  /// For each first byte the low five bits of the second and of the third ones; behind a bracket stands anything.
  private static let beginnings: [(seconds: UInt32, thirds: UInt32)] = (UInt8.min...UInt8.max).map { first in
    if first == UInt8(ascii: "[") || first == UInt8(ascii: "<") { return (.max, .max) }
    return phrases[Int(first.folded)].reduce(into: (seconds: UInt32(0), thirds: UInt32(0))) { bits, phrase in
      bits.seconds |= 1 << UInt32(phrase.bytes[1] & 0x1F)
      bits.thirds |= 1 << UInt32(phrase.bytes[2] & 0x1F)
    }
  }

  private static func end(of phrase: Phrase, in text: ArraySlice<UInt8>, from index: Int) -> Int? {
    let end = index + phrase.bytes.count
    guard end <= text.endIndex, end == text.endIndex || !text[end].isWordByte else { return nil }
    let isSame = zip(text[index..<end], phrase.bytes).allSatisfy { phrase.isExact ? $0 == $1 : $0.folded == $1.folded }
    guard isSame, !phrase.isPattern || !isExplained(text, index..<end) else { return nil }
    return end
  }

  /// `the YYYY-MM-DD format` speaks of the pattern.
  private static func isExplained(_ text: ArraySlice<UInt8>, _ range: Range<Int>) -> Bool {
    let window = text[max(text.startIndex, range.lowerBound - 40)..<min(text.endIndex, range.upperBound + 40)]
    let words = window.map(\.folded)[...]
    return ["format", "pattern", "form ", "timestamp"].contains { words.firstIndex(of: $0.utf8) != nil }
  }

  /// `[Kim to fill in the numbers]`, `[insert graph here]`, `<add name here>`.
  private static func bracketed(_ text: ArraySlice<UInt8>, from index: Int) -> Int? {
    let closing = text[index] == UInt8(ascii: "[") ? UInt8(ascii: "]") : UInt8(ascii: ">")
    guard let close = text[index...].prefix(120).firstIndex(of: closing),
      isInstruction(text[(index + 1)..<close])
    else { return nil }
    return close + 1
  }

  /// Whether a tag is none: `<add name here>`, `<your service>`.
  static func isPlaceholder(tag: ArraySlice<UInt8>) -> Bool {
    tag.first == UInt8(ascii: "<") && tag.last == UInt8(ascii: ">") && isInstruction(tag.dropFirst().dropLast())
  }

  private static func isInstruction(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard !bytes.contains(where: { "=\"/".utf8.contains($0) }) else { return false }
    let words = String(decoding: bytes.map(\.folded), as: UTF8.self).split(separator: " ")
    guard let first = words.first else { return false }
    if ["todo", "tbd", "tbc", "fixme"].contains(first.filter(\.isLetter)) { return true }
    guard words.count > 1 else { return false }
    if ["insert", "fill", "describe", "enter", "your", "replace"].contains(first) { return true }
    if words.last == "here", ["add", "put", "write", "name", "link", "paste", "type"].contains(first) { return true }
    return words.contains("fill") && words.contains("to")
  }

  private struct Phrase {
    let bytes: [UInt8]
    let isExact: Bool
    /// A pattern of a date or time, which a text may also speak about.
    let isPattern: Bool

    init(_ text: String, isExact: Bool = true, isPattern: Bool = false) {
      bytes = Array(text.utf8)
      self.isExact = isExact
      self.isPattern = isPattern
    }
  }

  /// By their first byte, folded.
  private static let phrases: [[Phrase]] = {
    let patterns = [
      "HH:mm:ss", "HH:MM:SS", "hh:mm:ss", "HH:mm", "HH:MM", "hh:mm", "YYYY-MM-DD", "yyyy-mm-dd", "YYYY/MM/DD",
      "DD/MM/YYYY",
      "MM/DD/YYYY", "DD.MM.YYYY", "XX:XX", "xx:xx",
    ]
    let words = [
      "Short event description", "lorem ipsum", "N/A - fill", "short description of the event", "to be filled in",
      "to be completed", "placeholder text",
    ]
    let all =
      patterns.map { Phrase($0, isPattern: true) } + words.map { Phrase($0, isExact: false) }
      + ["TBD", "TBC", "FIXME", "YYY", "ZZZ"].map { Phrase($0) }
    return (0..<256).map { first in all.filter { Int($0.bytes[0].folded) == first } }
  }()
}
