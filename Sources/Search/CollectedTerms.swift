/// The terms of many documents under one numbering, document after document, in flat arrays: what is collected of a
/// document is a tenth of what counting its words took.
struct CollectedTerms: Sendable {
  /// One document's share of the arrays.
  struct Document: Sendable {
    /// Its terms, in `ids` and what stands beside them.
    var terms: Range<Int>
    /// Where the positions of the first of them begin.
    var positions: Int
    /// Words in the document.
    let length: Int
    /// First position of each field that has text, in the order of positions.
    let fields: [(field: SearchField, start: UInt16)]
  }

  private(set) var table = TermTable(capacity: 1 << 14)
  /// By term, in how many documents it is.
  private(set) var frequencies: [Int] = []
  private(set) var documents: [Document] = []
  private var ids: [Int32] = []
  /// No more than the greatest number that fits: far below it each more counts nothing.
  private var weights: [UInt16] = []
  private var positionCounts: [UInt8] = []
  private(set) var positions: [UInt16] = []
  /// By document that misspells frequent words: those words.
  private var slips: [Int: [Occurrence]] = [:]

  /// A term in a document.
  struct Occurrence: Sendable {
    let term: Int32
    /// Twice the sum of the field weights.
    let weight: UInt32
    /// In `positions`.
    let positions: Range<Int>
  }

  /// How often some term is in some document.
  var occurrenceCount: Int { ids.count + slips.values.reduce(0) { $0 + $1.count } }

  mutating func reserve(_ count: Int) { documents.reserveCapacity(count) }

  mutating func add(_ document: SearchDocumentTerms) {
    let (start, firstPosition) = (ids.count, positions.count)
    document.terms.bytes.withUnsafeBufferPointer { bytes in
      for term in 0..<document.terms.count {
        let id = table.intern(
          UnsafeBufferPointer(rebasing: bytes[document.terms.range(of: term)]), hash: document.terms.hashes[term])
        if id == frequencies.count { frequencies.append(0) }
        frequencies[id] += 1
        ids.append(Int32(id))
        positionCounts.append(UInt8(document.starts[term + 1] - document.starts[term]))
      }
    }
    weights += document.weights.lazy.map { UInt16(clamping: $0) }
    positions += document.positions
    documents.append(
      Document(
        terms: start..<ids.count, positions: firstPosition, length: document.length, fields: document.fields))
  }

  /// Lets documents be found by the frequent words that they misspell, for half of what the word itself would count.
  mutating func addSlips() {
    let misspellings = Misspellings(table, frequencies: frequencies)
    guard !misspellings.isEmpty else { return }
    for (index, document) in documents.enumerated() {
      guard document.terms.contains(where: { misspellings.meant[Int(ids[$0])] >= 0 }) else { continue }
      var known = Set(ids[document.terms])
      forEach(in: index) { occurrence in
        let meant = misspellings.meant[Int(occurrence.term)]
        guard meant >= 0, known.insert(meant).inserted else { return }
        slips[index, default: []].append(
          Occurrence(term: meant, weight: max(1, occurrence.weight / 2), positions: occurrence.positions))
        frequencies[Int(meant)] += 1
      }
    }
  }

  /// Every term of a document, those it misspells last.
  @inline(__always)
  func forEach(in document: Int, _ body: (Occurrence) -> Void) {
    var position = documents[document].positions
    for index in documents[document].terms {
      let end = position + Int(positionCounts[index])
      body(Occurrence(term: ids[index], weight: UInt32(weights[index]), positions: position..<end))
      position = end
    }
    guard !slips.isEmpty, let slips = slips[document] else { return }
    for slip in slips { body(slip) }
  }
}
