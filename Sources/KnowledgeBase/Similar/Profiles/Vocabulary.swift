/// Every telling word of the knowledge base with a number, and in how many documents it stands.
struct Vocabulary: Sendable {
  private var numbers: StemTable
  private(set) var frequencies: [Int32] = []
  private(set) var modeFrequencies = [Int32](repeating: 0, count: FailureModes.capacity)

  init(_ counts: [IncidentReading]) {
    numbers = StemTable(capacity: min(counts.count * 32, 1 << 18))
    for count in counts {
      for term in count.terms { add(term.hash) }
      for mode in count.modes { modeFrequencies[mode.number] += 1 }
    }
  }

  private mutating func add(_ hash: UInt64) {
    let number = numbers.insert(hash, frequencies.count)
    if number == frequencies.count { frequencies.append(0) }
    frequencies[number] += 1
  }

  /// Nil for a word of no document.
  func number(of hash: UInt64) -> Int32? { numbers[hash].map { Int32($0) } }

  func frequency(of number: Int32?) -> Int32 { number.map { frequencies[Int($0)] } ?? 0 }
}
