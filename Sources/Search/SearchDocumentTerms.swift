/// The terms of one document, ready to be merged: made per document, on any thread.
package struct SearchDocumentTerms: Sendable {
  let terms: TermTable
  /// Twice the sum of the field weights of each term's occurrences; a slip counts half.
  let weights: [UInt32]
  /// Where each term's positions start in `positions`; one entry more than terms.
  let starts: [UInt32]
  let positions: [UInt16]
  /// First position of each field that has text, in the order of positions.
  let fields: [(field: SearchField, start: UInt16)]
  /// Words in the document.
  let length: Int

  /// At most this many positions of a term are kept: the first, which lie in the weightiest fields.
  static let positionsPerTerm = 16
  /// Left free between two texts, so that no phrase spans them.
  static let gap = 16

  package init(_ document: SearchDocument) {
    var tokenizer = Tokenizer(sink: Occurrences())
    var fields: [(field: SearchField, start: UInt16)] = []
    for (field, text) in document.indexedText where !text.isEmpty {
      if fields.last?.field != field {
        fields.append((field, UInt16(clamping: tokenizer.position)))
      }
      tokenizer.sink.weight = field.weight * 2
      tokenizer.tokenize(text)
      tokenizer.position += Self.gap
    }
    let occurrences = tokenizer.sink
    terms = occurrences.terms
    weights = occurrences.weights
    self.fields = fields
    length = occurrences.words
    (starts, positions) = occurrences.positionsByTerm()
  }
}

/// Collects the terms of one document in the order in which they come.
private struct Occurrences: TermSink {
  var terms = TermTable(capacity: 512)
  var weights: [UInt32] = []
  var weight: UInt32 = 1
  var words = 0
  private var counts: [UInt8] = []
  private var lastPositions: [Int] = []
  private var sequence: [(term: Int32, position: UInt16)] = []

  mutating func add(_ term: UnsafeBufferPointer<UInt8>, hash: UInt32, position: Int, isWhole: Bool) {
    let id = terms.intern(term, hash: hash)
    if id == weights.count {
      weights.append(0)
      counts.append(0)
      lastPositions.append(-1)
    }
    guard lastPositions[id] != position else { return }
    lastPositions[id] = position
    weights[id] += weight
    if !isWhole { words += 1 }
    guard counts[id] < SearchDocumentTerms.positionsPerTerm, position <= Int(UInt16.max) else { return }
    counts[id] += 1
    sequence.append((Int32(id), UInt16(position)))
  }

  func positionsByTerm() -> (starts: [UInt32], positions: [UInt16]) {
    var starts = [UInt32](repeating: 0, count: counts.count + 1)
    for (term, count) in counts.enumerated() { starts[term + 1] = starts[term] + UInt32(count) }
    var next = starts
    var positions = [UInt16](repeating: 0, count: sequence.count)
    for (term, position) in sequence {
      positions[Int(next[Int(term)])] = position
      next[Int(term)] += 1
    }
    return (starts, positions)
  }
}
