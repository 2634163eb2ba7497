/// `Lexicon.compounds` by hash.
struct Compounds: Sendable {
  private let terms: [UInt32: [UInt8]]
  private var sieve = [Bool](repeating: false, count: 4096)

  static let shared = Compounds()

  private init() {
    var terms: [UInt32: [UInt8]] = [:]
    for word in Lexicon.compounds {
      let bytes = Array(word.utf8)
      let hash = bytes.withUnsafeBufferPointer { TermTable.hash($0) }
      terms[hash] = bytes
      sieve[Int(hash & 4095)] = true
    }
    self.terms = terms
  }

  /// The compound with this hash; the hash of two words joined decides, for a false match would need 2³² luck.
  @inline(__always)
  func term(hash: UInt32) -> [UInt8]? {
    sieve[Int(hash & 4095)] ? terms[hash] : nil
  }
}
