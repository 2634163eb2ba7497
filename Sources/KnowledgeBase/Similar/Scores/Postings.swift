/// For each word the documents that hold it, in their order: one array cut by word.
struct Postings: Sendable {
  private let starts: [Int32]
  private let documents: [Int32]
  private let weights: [Float]

  /// The most documents that one query looks at through its words, the rarest first; what bounds the cost of a query
  /// whatever the size of the knowledge base.
  static let budget = 4096
  /// Of a word of more documents only the nearest in time are looked at.
  static let longest = 256

  init(_ profiles: [IncidentProfile], words: Int) {
    var starts = [Int32](repeating: 0, count: words + 1)
    for profile in profiles { for term in profile.terms { starts[Int(term.word) + 1] += 1 } }
    for word in 0..<words { starts[word + 1] += starts[word] }
    var next = starts
    var documents = [Int32](repeating: 0, count: Int(starts.last ?? 0))
    var weights = [Float](repeating: 0, count: documents.count)
    for (position, profile) in profiles.enumerated() {
      for term in profile.terms {
        let slot = Int(next[Int(term.word)])
        documents[slot] = Int32(position)
        weights[slot] = term.weight
        next[Int(term.word)] += 1
      }
    }
    (self.starts, self.documents, self.weights) = (starts, documents, weights)
  }

  /// Adds up what each document shares with a profile.
  /// - Parameter place: the position around which documents are looked for where a word has many.
  func gather(_ profile: IncidentProfile, around place: Int, into scratch: inout CandidateScratch) {
    var left = Self.budget
    for term in profile.terms.sorted(by: { ($1.weight, $0.word) < ($0.weight, $1.word) }) {
      let range = slots(of: term.word, around: place)
      for slot in range { scratch.add(documents[slot], weights[slot] * term.weight) }
      left -= range.count
      if left <= 0 { return }
    }
  }

  private func slots(of word: Int32, around place: Int) -> Range<Int> {
    let range = Int(starts[Int(word)])..<Int(starts[Int(word) + 1])
    guard range.count > Self.longest else { return range }
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if Int(documents[middle]) >= place { high = middle } else { low = middle + 1 }
    }
    let start = max(range.lowerBound, min(low - Self.longest / 2, range.upperBound - Self.longest))
    return start..<(start + Self.longest)
  }
}

/// Memory for one query after another: a number for every document, and which of them are not zero.
struct CandidateScratch {
  private var values: [Float]
  private var touched: [Int32] = []

  init(documents: Int) {
    values = [Float](repeating: 0, count: documents)
  }

  mutating func add(_ document: Int32, _ value: Float) {
    if values[Int(document)] == 0 { touched.append(document) }
    values[Int(document)] += value
  }

  /// The documents with the highest values, and everything set back to zero.
  mutating func takeBest(_ count: Int) -> [Int] {
    var best: [(value: Float, document: Int32)] = []
    for document in touched {
      let value = values[Int(document)]
      values[Int(document)] = 0
      if best.count == count, let last = best.last, !Self.precedes((value, document), last) { continue }
      let place = best.partitioningIndex { Self.precedes((value, document), $0) }
      best.insert((value, document), at: place)
      if best.count > count { best.removeLast() }
    }
    touched.removeAll(keepingCapacity: true)
    return best.map { Int($0.document) }
  }

  private static func precedes(_ left: (value: Float, document: Int32), _ right: (value: Float, document: Int32))
    -> Bool
  {
    left.value == right.value ? left.document < right.document : left.value > right.value
  }
}
