/// Numbers terms in the order of their first appearance: open addressing over bytes that lie one after the other.
struct TermTable: Sendable {
  private(set) var bytes: [UInt8] = []
  /// Where each term ends in `bytes`.
  private(set) var ends: [UInt32] = []
  private(set) var hashes: [UInt32] = []
  private var slots: [Int32]

  init(capacity: Int = 256) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
  }

  var count: Int { ends.count }

  /// FNV-1a, which can be continued: the hash of two terms joined is the second's, begun with the first's.
  @inline(__always)
  static func hash(_ bytes: UnsafeBufferPointer<UInt8>, from seed: UInt32 = 2_166_136_261) -> UInt32 {
    var hash = seed
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return hash
  }

  func range(of term: Int) -> Range<Int> {
    (term == 0 ? 0 : Int(ends[term - 1]))..<Int(ends[term])
  }

  func text(of term: Int) -> String {
    String(decoding: bytes[range(of: term)], as: UTF8.self)
  }

  func find(_ term: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Int? {
    let mask = slots.count - 1
    var slot = Int(hash ^ (hash >> 15)) & mask
    while slots[slot] >= 0 {
      let candidate = Int(slots[slot])
      if hashes[candidate] == hash, matches(candidate, term) { return candidate }
      slot = (slot + 1) & mask
    }
    return nil
  }

  func find(_ term: String) -> Int? {
    var term = term
    return term.withUTF8 { find($0, hash: TermTable.hash($0)) }
  }

  mutating func intern(_ term: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Int {
    let mask = slots.count - 1
    var slot = Int(hash ^ (hash >> 15)) & mask
    while slots[slot] >= 0 {
      let candidate = Int(slots[slot])
      if hashes[candidate] == hash, matches(candidate, term) { return candidate }
      slot = (slot + 1) & mask
    }
    let new = ends.count
    bytes.append(contentsOf: term)
    ends.append(UInt32(bytes.count))
    hashes.append(hash)
    slots[slot] = Int32(new)
    if ends.count * 2 > slots.count { grow() }
    return new
  }

  @inline(__always)
  private func matches(_ candidate: Int, _ term: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = candidate == 0 ? 0 : Int(ends[candidate - 1])
    guard Int(ends[candidate]) - start == term.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      for offset in 0..<term.count where bytes[start + offset] != term[offset] { return false }
      return true
    }
  }

  private mutating func grow() {
    let mask = slots.count * 2 - 1
    slots = [Int32](repeating: -1, count: mask + 1)
    for (term, hash) in hashes.enumerated() {
      var slot = Int(hash ^ (hash >> 15)) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(term)
    }
  }
}
