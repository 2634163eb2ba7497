/// A set that is asked for every word of a text: a word's first byte and length settle most answers, without a hash.
struct WordSet: Sendable {
  private let words: Set<String>
  /// For each first byte the lengths of the words that begin with it, as bits; all from 31 on are one.
  private var lengths = [UInt32](repeating: 0, count: 256)

  init(_ words: some Sequence<String>) {
    self.words = Set(words)
    for word in self.words {
      if let first = word.utf8.first { lengths[Int(first)] |= Self.bit(word) }
    }
  }

  func contains(_ word: String) -> Bool { mayContain(word) && words.contains(word) }

  /// Never no wrongly.
  func mayContain(_ word: String) -> Bool {
    guard let first = word.utf8.first else { return words.contains(word) }
    return lengths[Int(first)] & Self.bit(word) != 0
  }

  private static func bit(_ word: String) -> UInt32 { 1 << UInt32(min(word.utf8.count, 31)) }
}
