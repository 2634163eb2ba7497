internal import PostMortems

/// Finds names and words in text and in what text becomes: markup, entities, escapes and dashes may stand between the
/// words of a phrase.
struct PhraseMatcher: Sendable {
  struct Phrase: Sendable {
    /// As it was written in the settings.
    let text: String
    /// Words of ASCII letters, digits and whatever is no ASCII; lower case where letter case does not count.
    let words: [[UInt8]]
    let isCaseSensitive: Bool
    /// Whether it must not be a part of a longer word.
    let isWhole: Bool
  }

  private let phrases: [Phrase]
  /// By first byte, the longest first.
  private let byFirst: [[Int]]

  /// - Parameter isWhole: false finds phrases within longer words too, unless they are shorter than four bytes.
  init(_ texts: some Sequence<String>, isCaseSensitive: Bool, isWhole: Bool) {
    let phrases = texts.flatMap { text -> [Phrase] in
      let slug = Slug.readable(text) ?? ""
      return [text, slug].compactMap { form in
        let words = Self.words(form, isCaseSensitive: isCaseSensitive)
        guard form == text || !isCaseSensitive && words != Self.words(text, isCaseSensitive: false),
          !words.isEmpty
        else { return nil }
        return Phrase(
          text: text, words: words, isCaseSensitive: isCaseSensitive,
          isWhole: isWhole || words.reduce(0) { $0 + $1.count } < 4)
      }
    }
    var byFirst = [[Int]](repeating: [], count: 256)
    let order = phrases.indices.sorted { left, right in
      let sizes = [left, right].map { phrases[$0].words.reduce(0) { $0 + $1.count + 1 } }
      return (sizes[1], left) < (sizes[0], right)
    }
    for index in order {
      let first = phrases[index].words[0][0]
      byFirst[Int(first)].append(index)
      if !isCaseSensitive, Self.isLetter(first) { byFirst[Int(first & 0xDF)].append(index) }
    }
    self.phrases = phrases
    self.byFirst = byFirst
  }

  var isEmpty: Bool { phrases.isEmpty }

  /// A match: which text, and its bytes.
  struct Match {
    let text: String
    let range: Range<Int>
  }

  /// All matches, left to right, none within another.
  func matches(in bytes: [UInt8], limit: Int = Int.max) -> [Match] {
    guard !isEmpty else { return [] }
    var found: [Match] = []
    bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      while index < buffer.count, found.count < limit {
        if !byFirst[Int(buffer[index])].isEmpty, let match = match(at: index, in: buffer) {
          found.append(match)
          index = match.range.upperBound
        } else {
          index += 1
        }
      }
    }
    return found
  }

  private func match(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Match? {
    for index in byFirst[Int(bytes[start])] {
      let phrase = phrases[index]
      if phrase.isWhole, start > 0, Self.isWordByte(bytes[start - 1]) { continue }
      guard let end = end(of: phrase, at: start, in: bytes) else { continue }
      if phrase.isWhole, end < bytes.count, Self.isWordByte(bytes[end]) { continue }
      return Match(text: phrase.text, range: start..<end)
    }
    return nil
  }

  private func end(of phrase: Phrase, at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = start
    for (number, word) in phrase.words.enumerated() {
      if number > 0 {
        index = Self.endOfGap(at: index, in: bytes)
      }
      guard index + word.count <= bytes.count else { return nil }
      for offset in 0..<word.count {
        let byte = bytes[index + offset]
        let folded = phrase.isCaseSensitive || !Self.isLetter(byte) ? byte : byte | 0x20
        guard folded == word[offset] else { return nil }
      }
      index += word.count
    }
    return index
  }

  /// Behind blanks, punctuation, a tag, an entity or an escape; never more than 256 bytes.
  private static func endOfGap(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var index = start
    let limit = min(bytes.count, start + 256)
    while index < limit {
      switch bytes[index] {
      case UInt8(ascii: "<"): index = (skip(to: UInt8(ascii: ">"), from: index, limit, bytes) ?? index) + 1
      case UInt8(ascii: "&"):
        index = (skip(to: UInt8(ascii: ";"), from: index, min(limit, index + 10), bytes) ?? index) + 1
      case UInt8(ascii: "%")
      where index + 2 < limit && isHexadecimal(bytes[index + 1]) && isHexadecimal(bytes[index + 2]):
        index += 3
      case UInt8(ascii: "\\") where index + 1 < limit && "nrt".utf8.contains(bytes[index + 1]): index += 2
      case 0xC2 where index + 1 < limit && bytes[index + 1] == 0xA0: index += 2
      case let byte where !isWordByte(byte): index += 1
      default: return index
      }
    }
    return index
  }

  private static func skip(to byte: UInt8, from start: Int, _ limit: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    (start..<limit).first { bytes[$0] == byte }
  }

  private static func words(_ text: String, isCaseSensitive: Bool) -> [[UInt8]] {
    text.utf8.split { !isWordByte($0) }.map { word in
      word.map { !isCaseSensitive && isLetter($0) ? $0 | 0x20 : $0 }
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte) || byte >= 0x80
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
  }
}
