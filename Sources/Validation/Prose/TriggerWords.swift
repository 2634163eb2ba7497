/// A quick, one-sided test whether a text may hold one of some words: it may say yes wrongly, and never no.
struct TriggerWords: Sendable {
  private var slots = [Bool](repeating: false, count: 4_096)
  private let includesHandles: Bool

  /// Of a word with an apostrophe or a hyphen the letters before it count.
  init(_ words: some Sequence<String>, includesHandles: Bool = false) {
    self.includesHandles = includesHandles
    for word in words {
      let letters = word.utf8.prefix(while: Letters.isLetter)
      slots[letters.reduce(0, Self.mix) & 4_095] = true
    }
  }

  private static func mix(_ hash: Int, _ byte: UInt8) -> Int { (hash &* 31) &+ Int(byte | 0x20) }

  func mayOccur(in text: ArraySlice<UInt8>) -> Bool {
    if includesHandles, text.contains(UInt8(ascii: "@")) { return true }
    return mayHoldWord(text)
  }

  private func mayHoldWord(_ text: ArraySlice<UInt8>) -> Bool {
    text.withUnsafeBufferPointer { buffer in
      slots.withUnsafeBufferPointer { slots in
        var hash = 0
        var isInWord = false
        var index = 0
        while index < buffer.count {
          let byte = buffer[index]
          // Curly apostrophes and dashes end a word, with all of their three bytes.
          if Letters.isLetter(byte), byte != 0xE2 {
            hash = Self.mix(hash, byte)
            isInWord = true
          } else if isInWord {
            if slots[hash & 4_095] { return true }
            hash = 0
            isInWord = false
          }
          index += byte == 0xE2 ? 3 : 1
        }
        return isInWord && slots[hash & 4_095]
      }
    }
  }
}
