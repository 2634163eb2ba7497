/// The sorted terms with their postings, cut into classic scripts small enough to be loaded for one word.
///
/// A shard is `debriefTerms(17,"…")`. Its string is a sequence of terms, each: letters shared with the term before it
/// (one digit), the other letters, a blank, the number of documents, the number of postings that follow, the postings,
/// a blank. A posting is the distance to the previous document, one digit for impact and number of positions
/// ((impact − 1) · 3 + 0, 1 or 2 for "count follows"), the count less two where it follows, and the distances of
/// positions. Postings of one term that exceed a shard go on in the next, which begins with the same term.
struct TermShards: Sendable {
  static let byteLimit = 48 * 1024
  private static let postingByteLimit = 40 * 1024

  /// Each shard's first term.
  private(set) var firstTerms: [[UInt8]] = []
  /// Whether a shard begins with further postings of the term that ended the one before it.
  private(set) var continues: [Bool] = []
  private(set) var bodies: [[UInt8]] = []
  private var body: [UInt8] = []
  private var previousTerm: [UInt8] = []

  init(_ lists: PostingLists) {
    var record: [UInt8] = []
    for term in lists.terms.indices {
      let postings = lists.postings(of: term)
      var from = postings.lowerBound
      while from < postings.upperBound {
        record.removeAll(keepingCapacity: true)
        let to = TermShards.encode(lists, from: from, in: postings, into: &record)
        append(
          lists.terms[term], frequency: postings.count, postings: to - from, record: record,
          isContinuation: from > postings.lowerBound)
        from = to
      }
    }
    if !body.isEmpty { bodies.append(body) }
    body = []
  }

  private mutating func append(
    _ term: [UInt8], frequency: Int, postings: Int, record: [UInt8], isContinuation: Bool
  ) {
    if body.count + record.count + term.count + 16 > Self.byteLimit - 64 || isContinuation, !body.isEmpty {
      bodies.append(body)
      body.removeAll(keepingCapacity: true)
    }
    if body.isEmpty {
      firstTerms.append(term)
      continues.append(isContinuation)
      previousTerm = []
    }
    var shared = 0
    while shared < 60, shared < min(term.count, previousTerm.count), term[shared] == previousTerm[shared] {
      shared += 1
    }
    // A letter of several bytes is shared whole or not at all: the browser counts letters.
    while shared > 0, shared < term.count, term[shared] & 0xC0 == 0x80 { shared -= 1 }
    let sharedLetters = term[..<shared].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    ShardEncoding.appendDigit(sharedLetters, to: &body)
    body.append(contentsOf: term[shared...])
    body.append(0x20)
    ShardEncoding.append(frequency, to: &body)
    ShardEncoding.append(postings, to: &body)
    body.append(contentsOf: record)
    body.append(0x20)
    previousTerm = term
  }

  /// Encodes postings from `from` on until the range or the room ends; returns where it stopped.
  private static func encode(
    _ lists: PostingLists, from: Int, in range: Range<Int>, into record: inout [UInt8]
  ) -> Int {
    var previous = -1
    var posting = from
    while posting < range.upperBound, record.count < postingByteLimit {
      let document = Int(lists.documents[posting])
      ShardEncoding.append(document - previous - 1, to: &record)
      previous = document
      let positions = lists.positions(of: posting)
      ShardEncoding.appendDigit((Int(lists.impacts[posting]) - 1) * 3 + min(positions.count, 2), to: &record)
      if positions.count >= 2 { ShardEncoding.append(positions.count - 2, to: &record) }
      var last = 0
      for position in positions {
        ShardEncoding.append(Int(position) - last, to: &record)
        last = Int(position)
      }
      posting += 1
    }
    return posting
  }

  /// How many shards are read for the words with one beginning.
  static let prefixLimit = 3

  /// The shards in which the terms that begin with `prefix` lie: the first `limit` of them.
  func shards(withPrefix prefix: [UInt8], limit: Int) -> Range<Int> {
    guard !firstTerms.isEmpty else { return 0..<0 }
    var low = 0
    var high = firstTerms.count
    while low < high {
      let middle = (low + high) / 2
      if firstTerms[middle].lexicographicallyPrecedes(prefix) { low = middle + 1 } else { high = middle }
    }
    let startsHere = low < firstTerms.count && firstTerms[low] == prefix && !continues[low]
    let first = startsHere || low == 0 ? low : low - 1
    var end = first + 1
    while end < firstTerms.count, end < first + limit || continues[end], firstTerms[end].starts(with: prefix) {
      end += 1
    }
    return first..<end
  }
}
