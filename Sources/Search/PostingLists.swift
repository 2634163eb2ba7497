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

  /// Merges documents; their order here is the order among equally good results.
  init(_ documents: [SearchDocumentTerms]) {
    var table = TermTable(capacity: 1 << 14)
    var frequencies: [Int] = []
    var ids: [Int32] = []
    ids.reserveCapacity(documents.reduce(0) { $0 + $1.terms.count })
    for document in documents {
      document.terms.bytes.withUnsafeBufferPointer { bytes in
        for term in 0..<document.terms.count {
          let id = table.intern(
            UnsafeBufferPointer(rebasing: bytes[document.terms.range(of: term)]), hash: document.terms.hashes[term])
          if id == frequencies.count { frequencies.append(0) }
          frequencies[id] += 1
          ids.append(Int32(id))
        }
      }
    }
    let (documents, globalIDs) = PostingLists.withSlips(documents, ids, table: table, frequencies: &frequencies)
    let order = PostingLists.sorted(table)
    terms = order.map { Array(table.bytes[table.range(of: Int($0))]) }
    let layout = PostingLists.layout(documents, globalIDs: globalIDs, order: order, frequencies: frequencies)
    starts = layout.starts
    self.documents = layout.documents
    impacts = layout.impacts
    positionStarts = layout.positionStarts
    positions = layout.positions
    documentCount = documents.count
  }

  /// Documents that misspell a frequent word hold that word too.
  private static func withSlips(
    _ documents: [SearchDocumentTerms], _ ids: [Int32], table: TermTable, frequencies: inout [Int]
  ) -> (documents: [SearchDocumentTerms], ids: [Int32]) {
    let misspellings = Misspellings(table, frequencies: frequencies)
    guard !misspellings.isEmpty else { return (documents, ids) }
    var result = documents
    var allIDs: [Int32] = []
    allIDs.reserveCapacity(ids.count + ids.count / 64)
    var start = 0
    for (index, document) in documents.enumerated() {
      let end = start + document.terms.count
      allIDs += ids[start..<end]
      for (term, id) in ids[start..<end].enumerated() where misspellings.meant[Int(id)] >= 0 {
        let meant = misspellings.meant[Int(id)]
        guard result[index].add(table.bytes[table.range(of: Int(meant))], forSlip: term) else { continue }
        allIDs.append(meant)
        frequencies[Int(meant)] += 1
      }
      start = end
    }
    return (result, allIDs)
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

  /// Distributes the postings to their terms in two passes over the documents: first sizes, then contents.
  private static func layout(
    _ documents: [SearchDocumentTerms], globalIDs: [Int32], order: [Int32], frequencies: [Int]
  ) -> Layout {
    var rank = [Int32](repeating: 0, count: order.count)
    for (position, id) in order.enumerated() { rank[Int(id)] = Int32(position) }
    var starts = [Int](repeating: 0, count: order.count + 1)
    for (position, id) in order.enumerated() { starts[position + 1] = starts[position] + frequencies[Int(id)] }
    var next = starts
    var postingDocuments = [UInt32](repeating: 0, count: globalIDs.count)
    var impacts = [UInt8](repeating: 0, count: globalIDs.count)
    var sizes = [UInt32](repeating: 0, count: globalIDs.count + 1)
    var slots = [Int32](repeating: 0, count: globalIDs.count)
    let impact = Impact(documents)
    var occurrence = 0
    for (index, document) in documents.enumerated() {
      let norm = impact.norm(length: document.length)
      for term in 0..<document.terms.count {
        let id = Int(globalIDs[occurrence])
        let slot = next[Int(rank[id])]
        next[Int(rank[id])] += 1
        slots[occurrence] = Int32(slot)
        postingDocuments[slot] = UInt32(index)
        impacts[slot] = impact.level(weight: document.weights[term], norm: norm)
        if keepsPositions(frequency: frequencies[id], documentCount: documents.count) {
          sizes[slot] = document.starts[term + 1] - document.starts[term]
        }
        occurrence += 1
      }
    }
    let (positionStarts, positions) = placedPositions(documents, sizes: sizes, slots: slots)
    return (starts, postingDocuments, impacts, positionStarts, positions)
  }

  private static func placedPositions(
    _ documents: [SearchDocumentTerms], sizes: [UInt32], slots: [Int32]
  ) -> (starts: [UInt32], positions: [UInt16]) {
    var starts = sizes
    var total: UInt32 = 0
    for index in starts.indices {
      let size = starts[index]
      starts[index] = total
      total += size
    }
    var positions = [UInt16](repeating: 0, count: Int(total))
    var occurrence = 0
    for document in documents {
      for term in 0..<document.terms.count {
        let slot = Int(slots[occurrence])
        let from = Int(document.starts[term])
        for offset in 0..<Int(sizes[slot]) { positions[Int(starts[slot]) + offset] = document.positions[from + offset] }
        occurrence += 1
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

  init(_ documents: [SearchDocumentTerms]) {
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
