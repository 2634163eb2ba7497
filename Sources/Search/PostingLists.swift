/// For every term, in byte order, the documents that hold it.
struct PostingLists: Sendable {
  /// Sorted by their UTF-8 bytes.
  let terms: [[UInt8]]
  /// Where each term's postings start; one entry more than terms.
  let starts: [Int]
  let documents: [UInt32]
  /// 1…30, see `Impact`.
  let impacts: [UInt8]
  /// How many positions each posting has.
  private let positionCounts: [UInt8]
  /// Where the positions of every so-many-th posting start in `positions`.
  private let positionStarts: [UInt32]
  private static let postingsPerStart = 16
  let positions: [UInt16]
  let documentCount: Int

  func postings(of term: Int) -> Range<Int> { starts[term]..<starts[term + 1] }

  func positions(of posting: Int) -> ArraySlice<UInt16> {
    let known = posting / Self.postingsPerStart
    var start = Int(positionStarts[known])
    for earlier in (known * Self.postingsPerStart)..<posting { start += Int(positionCounts[earlier]) }
    return positions[start..<(start + Int(positionCounts[posting]))]
  }

  /// Whether the positions of a term are kept: those of words in an eighth of many documents say little and cost much.
  static func keepsPositions(frequency: Int, documentCount: Int) -> Bool {
    documentCount < 1000 || frequency * 8 <= documentCount
  }

  /// Merges documents.
  ///
  /// - Parameter order: of the documents as they were collected, that among equally good results.
  init(_ collected: CollectedTerms, order documentOrder: [Int]) {
    let order = PostingLists.sorted(collected.table)
    terms = order.map { Array(collected.table.bytes[collected.table.range(of: Int($0))]) }
    let layout = PostingLists.layout(collected, documentOrder: documentOrder, order: order)
    starts = layout.starts
    documents = layout.documents
    impacts = layout.impacts
    positionCounts = layout.positionCounts
    positionStarts = layout.positionStarts
    positions = layout.positions
    documentCount = documentOrder.count
  }

  /// The terms in byte order: by their first eight bytes as one number, then by the rest.
  private static func sorted(_ table: TermTable) -> [Int32] {
    table.bytes.withUnsafeBufferPointer { bytes in
      let keys: [(prefix: UInt64, term: Int32)] = (0..<table.count).map { term in
        let range = table.range(of: term)
        var prefix: UInt64 = 0
        for offset in 0..<8 {
          prefix = prefix << 8 | (offset < range.count ? UInt64(bytes[range.lowerBound + offset]) : 0)
        }
        return (prefix, Int32(term))
      }
      return keys.sorted { left, right in
        if left.prefix != right.prefix { return left.prefix < right.prefix }
        return bytes[table.range(of: Int(left.term))].lexicographicallyPrecedes(bytes[table.range(of: Int(right.term))])
      }.map(\.term)
    }
  }

  private typealias Layout = (
    starts: [Int], documents: [UInt32], impacts: [UInt8], positionCounts: [UInt8], positionStarts: [UInt32],
    positions: [UInt16]
  )

  /// Distributes the postings to their terms in two passes over the documents: first sizes, then positions.
  private static func layout(_ collected: CollectedTerms, documentOrder: [Int], order: [Int32]) -> Layout {
    let (frequencies, count) = (collected.frequencies, collected.occurrenceCount)
    var starts = [Int](repeating: 0, count: order.count + 1)
    var next = [Int](repeating: 0, count: order.count)
    for (position, id) in order.enumerated() {
      next[Int(id)] = starts[position]
      starts[position + 1] = starts[position] + frequencies[Int(id)]
    }
    var postingDocuments = [UInt32](repeating: 0, count: count)
    var impacts = [UInt8](repeating: 0, count: count)
    var sizes = [UInt8](repeating: 0, count: count)
    let impact = Impact(collected.documents)
    for (index, document) in documentOrder.enumerated() {
      let norm = impact.norm(length: collected.documents[document].length)
      collected.forEach(in: document) { term in
        let id = Int(term.term)
        let slot = next[id]
        next[id] += 1
        postingDocuments[slot] = UInt32(index)
        impacts[slot] = impact.level(weight: term.weight, norm: norm)
        if keepsPositions(frequency: frequencies[id], documentCount: documentOrder.count) {
          sizes[slot] = UInt8(term.positions.count)
        }
      }
    }
    let (positionStarts, positions) = placedPositions(
      collected, documentOrder, sizes: sizes, terms: order, starts: starts)
    return (starts, postingDocuments, impacts, sizes, positionStarts, positions)
  }

  /// - Parameters:
  ///   - terms: in byte order, as their postings lie.
  ///   - starts: where the postings of each begin.
  private static func placedPositions(
    _ collected: CollectedTerms, _ documentOrder: [Int], sizes: [UInt8], terms: [Int32], starts: [Int]
  ) -> (starts: [UInt32], positions: [UInt16]) {
    var known: [UInt32] = []
    known.reserveCapacity(sizes.count / postingsPerStart + 1)
    // By term, the next of its postings and where the positions of that begin.
    var next = [(slot: Int, position: Int)](repeating: (0, 0), count: terms.count)
    var total = 0
    for (rank, term) in terms.enumerated() {
      next[Int(term)] = (starts[rank], total)
      for slot in starts[rank]..<starts[rank + 1] {
        if slot % postingsPerStart == 0 { known.append(UInt32(total)) }
        total += Int(sizes[slot])
      }
    }
    var positions = [UInt16](repeating: 0, count: total)
    for document in documentOrder {
      collected.forEach(in: document) { term in
        let (slot, position) = next[Int(term.term)]
        let count = Int(sizes[slot])
        for offset in 0..<count {
          positions[position + offset] = collected.positions[term.positions.lowerBound + offset]
        }
        next[Int(term.term)] = (slot + 1, position + count)
      }
    }
    return (known, positions)
  }
}

/// How much a document is about a term, in 30 levels: the saturated, length-normalised term frequency of BM25F
/// (Robertson, Zaragoza and Taylor, 2004) with k1 = 1.2 and b = 0.75, in whole numbers.
struct Impact {
  static let levels = 30
  private let averageLength: Int

  init(_ documents: [CollectedTerms.Document]) {
    let total = documents.reduce(0) { $0 + $1.length }
    averageLength = max(1, total / max(1, documents.count))
  }

  /// 4 · average · 512 / (average + 3 · length): what half an occurrence of weight 1 counts, in 1/1024.
  func norm(length: Int) -> Int {
    max(1, averageLength * 2048 / (averageLength + 3 * length))
  }

  func level(weight: UInt32, norm: Int) -> UInt8 {
    let frequency = Int(weight) * norm
    return UInt8(1 + frequency * (Self.levels - 1) / (frequency + 1229))
  }
}
