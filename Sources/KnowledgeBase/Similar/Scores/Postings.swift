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
    // By weight, the greatest first, then by word: positive floats are in order as their bits are.
    let order = profile.terms.map { UInt64(~$0.weight.bitPattern) << 32 | UInt64($0.word) }.sorted()
    documents.withUnsafeBufferPointer { documents in
      weights.withUnsafeBufferPointer { weights in
        for key in order {
          let weight = Float(bitPattern: ~UInt32(truncatingIfNeeded: key >> 32))
          let range = slots(of: Int32(truncatingIfNeeded: key), around: place)
          scratch.add(documents[range], weights[range], times: weight)
          left -= range.count
          if left <= 0 { return }
        }
      }
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

/// Memory for one query after another: a number for every document, and which of them are not zero, and the asking
/// report's weight of every word.
struct CandidateScratch {
  private var values: [Float]
  private var touched: [Int32] = []
  /// 0 for a word that the report does not hold, less than 0 for one that its title holds.
  private var wordWeights: [Float]
  /// Bits of the words that have a weight, by their number's low bits: few enough to stay in the nearest cache, where
  /// the weights of a large vocabulary do not.
  private var wordBits = [UInt64](repeating: 0, count: 512)

  init(documents: Int, words: Int) {
    values = [Float](repeating: 0, count: documents)
    wordWeights = [Float](repeating: 0, count: words)
  }

  /// Runs a function while the words of a report are laid out.
  mutating func with<Result>(_ profile: IncidentProfile, _ body: (borrowing CandidateScratch) -> Result) -> Result {
    for term in profile.terms {
      wordWeights[Int(term.word)] = term.isInTitle ? -term.weight : term.weight
      wordBits[Int(term.word) >> 6 & 511] |= 1 << UInt64(term.word & 63)
    }
    defer {
      for term in profile.terms {
        wordWeights[Int(term.word)] = 0
        wordBits[Int(term.word) >> 6 & 511] = 0
      }
    }
    return body(self)
  }

  /// `Likeness.words` of the report that is laid out and another: the same sum in the same order, with a look-up for each
  /// word of the other instead of a walk over both.
  func words(_ other: IncidentProfile) -> Float {
    wordWeights.withUnsafeBufferPointer { own in
      other.terms.withUnsafeBufferPointer { terms in
        var sum: Float = 0
        for term in terms where wordBits[Int(term.word) >> 6 & 511] >> UInt64(term.word & 63) & 1 != 0 {
          let weight = own[Int(term.word)]
          let share = weight < 0 && term.isInTitle ? Likeness.titleShare : 1
          sum += abs(weight) * term.weight * share
        }
        return sum
      }
    }
  }

  /// Adds a number for each of some documents, all different.
  mutating func add(
    _ documents: Slice<UnsafeBufferPointer<Int32>>, _ weights: Slice<UnsafeBufferPointer<Float>>, times factor: Float
  ) {
    for slot in documents.indices {
      let document = documents[slot]
      let value = values[Int(document)]
      if value == 0 { touched.append(document) }
      values[Int(document)] = value + weights[slot] * factor
    }
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
