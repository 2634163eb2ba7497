/// Every telling word of the knowledge base with a number, and in how many documents it stands.
struct Vocabulary: Sendable {
  private var numbers: [UInt64: Int32] = [:]
  private(set) var frequencies: [Int32] = []
  private(set) var modeFrequencies = [Int32](repeating: 0, count: FailureModes.capacity)

  init(_ counts: [IncidentReading]) {
    numbers.reserveCapacity(min(counts.count * 32, 1 << 18))
    for count in counts {
      for term in count.terms { add(term.hash) }
      for mode in count.modes { modeFrequencies[mode.number] += 1 }
    }
  }

  private mutating func add(_ hash: UInt64) {
    if let number = numbers[hash] {
      frequencies[Int(number)] += 1
    } else {
      numbers[hash] = Int32(frequencies.count)
      frequencies.append(1)
    }
  }

  /// Nil for a word of no document.
  func number(of hash: UInt64) -> Int32? { numbers[hash] }

  func frequency(of number: Int32?) -> Int32 { number.map { frequencies[Int($0)] } ?? 0 }
}
