/// A quick, one-sided test whether a text may hold one of some words: it may say yes wrongly, and never no.
struct TriggerWords: Sendable {
  private var slots = [Bool](repeating: false, count: 4_096)
  private let includesHandles: Bool

  /// Of a word with an apostrophe or a hyphen the letters before it count.
  init(_ words: some Sequence<String>, includesHandles: Bool = false) {
    self.includesHandles = includesHandles
    for word in words {
      let letters = word.utf8.prefix(while: Letters.isLetter)
      slots[Int(Self.slot(letters.reduce(0, Self.mix)))] = true
    }
  }

  static func mix(_ hash: Int, _ byte: UInt8) -> Int { (hash &* 31) &+ Int(byte | 0x20) }
  static func slot(_ hash: Int) -> UInt16 { UInt16(truncatingIfNeeded: hash & 4_095) }

  func mayOccur(in text: WordSlots) -> Bool {
    includesHandles && text.hasHandle || text.slots.contains { slots[Int($0)] }
  }
}

/// The words of a text as the slots of `TriggerWords` that they fall into.
struct WordSlots: Sendable {
  private(set) var slots: [UInt16] = []
  private(set) var hasHandle = false

  /// - Parameter runs: no word goes from one into the next.
  init(_ runs: [ArraySlice<UInt8>]) {
    // One word in six bytes is what English prose has.
    slots.reserveCapacity(runs.reduce(0) { $0 + $1.count } / 5)
    for run in runs { run.withUnsafeBufferPointer { add($0) } }
  }

  private mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    var hash = 0
    var isInWord = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      // Curly apostrophes and dashes end a word, with all of their three bytes.
      if Letters.isLetter(byte), byte != 0xE2 {
        hash = TriggerWords.mix(hash, byte)
        isInWord = true
      } else if isInWord {
        slots.append(TriggerWords.slot(hash))
        hash = 0
        isInWord = false
      }
      if byte == UInt8(ascii: "@") { hasHandle = true }
      index += byte == 0xE2 ? 3 : 1
    }
    if isInWord { slots.append(TriggerWords.slot(hash)) }
  }
}
