/// For every term, in byte order, the documents that hold it.
struct PostingLists: Sendable {
  /// Sorted by their UTF-8 bytes.
  let terms: [[UInt8]]
  /// Where each term's postings start; one entry more than terms.
  let starts: [Int]
  let documents: [UInt32]
  /// 1…30, see `Impact`.
  let impacts: [UInt8]
  /// Where the positions of each posting start in `positions`; one entry more than postings.
  let positionStarts: [UInt32]
  let positions: [UInt16]
  let documentCount: Int

  func postings(of term: Int) -> Range<Int> { starts[term]..<starts[term + 1] }

  func positions(of posting: Int) -> ArraySlice<UInt16> {
    positions[Int(positionStarts[posting])..<Int(positionStarts[posting + 1])]
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
    starts: [Int], documents: [UInt32], impacts: [UInt8], positionStarts: [UInt32], positions: [UInt16]
  )

  /// Distributes the postings to their terms in two passes over the documents: first sizes, then positions.
  private static func layout(_ collected: CollectedTerms, documentOrder: [Int], order: [Int32]) -> Layout {
    let (frequencies, count) = (collected.frequencies, collected.occurrenceCount)
    var starts = [Int](repeating: 0, count: order.count + 1)
    var firstSlots = [Int](repeating: 0, count: order.count)
    for (position, id) in order.enumerated() {
      firstSlots[Int(id)] = starts[position]
      starts[position + 1] = starts[position] + frequencies[Int(id)]
    }
    var postingDocuments = [UInt32](repeating: 0, count: count)
    var impacts = [UInt8](repeating: 0, count: count)
    var sizes = [UInt8](repeating: 0, count: count)
    let impact = Impact(collected.documents)
    var next = firstSlots
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
    let (positionStarts, positions) = placedPositions(collected, documentOrder, sizes: sizes, next: &firstSlots)
    return (starts, postingDocuments, impacts, positionStarts, positions)
  }

  /// - Parameter next: by term, where its first posting is; used up.
  private static func placedPositions(
    _ collected: CollectedTerms, _ documentOrder: [Int], sizes: [UInt8], next: inout [Int]
  ) -> (starts: [UInt32], positions: [UInt16]) {
    var starts = [UInt32](repeating: 0, count: sizes.count + 1)
    for (index, size) in sizes.enumerated() { starts[index + 1] = starts[index] + UInt32(size) }
    var positions = [UInt16](repeating: 0, count: Int(starts[sizes.count]))
    for document in documentOrder {
      collected.forEach(in: document) { term in
        let slot = next[Int(term.term)]
        next[Int(term.term)] += 1
        let from = Int(starts[slot])
        for offset in 0..<Int(sizes[slot]) {
          positions[from + offset] = collected.positions[term.positions.lowerBound + offset]
        }
      }
    }
    return (starts, positions)
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
