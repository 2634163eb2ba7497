/// Words of documents that look like slips of frequent words: a search for the word finds the slip too.
///
/// A slip is a word of seven letters or more, in one or two documents, that begins like and differs by one edit from a
/// word in eight times as many (and at least eight). Candidates come from a table of all words with one letter left
/// out (symmetric deletion), so the cost grows with the number of words and not with its square.
struct Misspellings {
  /// By term, the term it is a slip of, or −1.
  private(set) var meant: [Int32]
  private(set) var isEmpty = true

  private static let leastLetters = 7
  private static let factor = 8

  init(_ table: TermTable, frequencies: [Int]) {
    meant = [Int32](repeating: -1, count: table.count)
    let words = (0..<table.count).filter { Misspellings.isPlain(table, $0) }
    var deletions = Deletions(capacity: 1024)
    for term in words where frequencies[term] >= Self.factor {
      Misspellings.forEachDeletion(table, term) { deletions.insert($0, Int32(term)) }
    }
    for term in words where frequencies[term] <= 2 {
      var candidates: Set<Int32> = []  // Mostly stays empty and then costs nothing.
      Misspellings.forEachDeletion(table, term) { hash in deletions.forEach(hash) { candidates.insert($0) } }
      let best = candidates.filter { frequencies[Int($0)] >= Self.factor * frequencies[term] }
        .filter { Misspellings.isSlip(Array(table.bytes[table.range(of: term)]), of: table, Int($0)) }
        .max { left, right in
          let (low, high) = (frequencies[Int(left)], frequencies[Int(right)])
          guard low == high else { return low < high }
          return table.bytes[table.range(of: Int(right))]
            .lexicographicallyPrecedes(table.bytes[table.range(of: Int(left))])
        }
      guard let best else { continue }
      meant[term] = best
      isEmpty = false
    }
  }

  /// Letters a–z only, and enough of them.
  private static func isPlain(_ table: TermTable, _ term: Int) -> Bool {
    let range = table.range(of: term)
    return range.count >= leastLetters && range.count <= 24
      && table.bytes[range].allSatisfy { $0 >= 0x61 && $0 <= 0x7A }
  }

  private static func isSlip(_ word: [UInt8], of table: TermTable, _ term: Int) -> Bool {
    let meant = Array(table.bytes[table.range(of: term)])
    return word[0] == meant[0] && Stemmer.stem(word) != Stemmer.stem(meant)
      && EditDistance.between(word.map(UInt32.init), meant.map(UInt32.init), limit: 1) == 1
  }

  /// The hashes of the word and of what is left of it without each of its letters.
  private static func forEachDeletion(_ table: TermTable, _ term: Int, _ body: (UInt32) -> Void) {
    let range = table.range(of: term)
    table.bytes.withUnsafeBufferPointer { bytes in
      let word = UnsafeBufferPointer(rebasing: bytes[range])
      body(table.hashes[term])
      for left in 0..<word.count {
        let head = TermTable.hash(UnsafeBufferPointer(rebasing: word[..<left]))
        body(TermTable.hash(UnsafeBufferPointer(rebasing: word[(left + 1)...]), from: head))
      }
    }
  }

  /// Terms by hash, several to a hash.
  private struct Deletions {
    private var slots: [(hash: UInt32, term: Int32)]
    private var count = 0

    init(capacity: Int) { slots = Array(repeating: (0, -1), count: capacity) }

    mutating func insert(_ hash: UInt32, _ term: Int32) {
      if count * 2 > slots.count {
        let old = slots
        slots = Array(repeating: (0, -1), count: old.count * 2)
        for slot in old where slot.term >= 0 { place(slot.hash, slot.term) }
      }
      place(hash, term)
      count += 1
    }

    private mutating func place(_ hash: UInt32, _ term: Int32) {
      var slot = Int(hash ^ (hash >> 15)) & (slots.count - 1)
      while slots[slot].term >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = (hash, term)
    }

    func forEach(_ hash: UInt32, _ body: (Int32) -> Void) {
      var slot = Int(hash ^ (hash >> 15)) & (slots.count - 1)
      while slots[slot].term >= 0 {
        if slots[slot].hash == hash { body(slots[slot].term) }
        slot = (slot + 1) & (slots.count - 1)
      }
    }
  }
}
