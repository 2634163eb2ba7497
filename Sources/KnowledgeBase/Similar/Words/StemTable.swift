/// Numbers by the hash of a stem, a pair of stems or a sentence: open addressing on the hash itself, which would gain
/// nothing from being hashed again.
struct StemTable: Sendable {
  private struct Slot {
    var key: UInt64
    /// -1 in an empty slot.
    var value: Int32
  }

  private var slots: [Slot]
  /// What a key's product is shifted by to be a slot's number; there are a power of two of them.
  private var shift: UInt64
  private(set) var count = 0

  /// - Parameter capacity: how many keys it holds before it grows.
  init(capacity: Int = 8) {
    var bits: UInt64 = 4
    while 1 << bits < 2 * capacity { bits += 1 }
    shift = 64 - bits
    slots = [Slot](repeating: Slot(key: 0, value: -1), count: 1 << bits)
  }

  /// A table that only knows which keys it holds.
  init(_ keys: some Sequence<UInt64>) {
    self.init()
    for key in keys { insert(key, 0) }
  }

  func contains(_ key: UInt64) -> Bool { slots[slot(of: key)].value >= 0 }

  /// Nil for a key that was never put in.
  subscript(key: UInt64) -> Int? {
    let value = slots[slot(of: key)].value
    return value < 0 ? nil : Int(value)
  }

  /// Puts a number under a key that has none, and gives the one that it has then.
  @discardableResult
  mutating func insert(_ key: UInt64, _ value: Int) -> Int {
    let place = slot(of: key)
    if slots[place].value >= 0 { return Int(slots[place].value) }
    slots[place] = Slot(key: key, value: Int32(value))
    count += 1
    if 2 * count > slots.count { grow() }
    return value
  }

  /// The slot that holds a key, else the one that it would be put into.
  private func slot(of key: UInt64) -> Int {
    slots.withUnsafeBufferPointer { slots in
      // The product's upper bits depend on every bit of the key (Knuth's multiplicative hashing).
      var place = Int((key &* 0x9e37_79b9_7f4a_7c15) >> shift)
      while slots[place].value >= 0, slots[place].key != key { place = (place + 1) & (slots.count - 1) }
      return place
    }
  }

  private mutating func grow() {
    let old = slots
    shift -= 1
    slots = [Slot](repeating: Slot(key: 0, value: -1), count: 2 * old.count)
    for entry in old where entry.value >= 0 { slots[slot(of: entry.key)] = entry }
  }
}
