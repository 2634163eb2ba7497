/// Finds the word that an author most likely meant.
package enum NearMiss {
  /// In bytes; nobody misspells a longer word, and two long ones take long to compare.
  package static let longestWord = 200

  /// The candidate with the smallest distance, at most a third of the longer word's length; ties go to the earlier one.
  package static func nearest(to word: String, in candidates: some Sequence<String>) -> String? {
    guard let wanted = bytes(word) else { return nil }
    var distances = EditDistance()
    var best: (word: String, distance: Int)?
    for candidate in candidates {
      guard let other = bytes(candidate) else { continue }
      let limit = min(max(wanted.count, other.count) / 3, (best?.distance ?? Int.max) - 1)
      if let distance = distances.between(wanted, other, atMost: limit) { best = (candidate, distance) }
    }
    return best?.word
  }

  private static func bytes(_ word: String) -> [UInt8]? {
    guard !word.isEmpty, word.utf8.count <= longestWord else { return nil }
    return Array(word.lowercased().utf8)
  }
}

/// Insertions, deletions, replacements and swaps of neighbours between two byte strings.
///
/// Sources: optimal string alignment, after Damerau 1964; of its table only the diagonals within the limit, after
/// Ukkonen 1985.
package struct EditDistance {
  // Kept from one comparison to the next: three rows of the table.
  private var beforeLast: [Int] = []
  private var last: [Int] = []
  private var current: [Int] = []

  package init() {}

  /// Nil where the distance is greater than the limit.
  package mutating func between(_ left: [UInt8], _ right: [UInt8], atMost limit: Int) -> Int? {
    guard limit >= 0, abs(left.count - right.count) <= limit else { return nil }
    let beyond = limit + 1
    start(width: right.count + 1, beyond)
    var lowest = 0
    for row in 1..<(left.count + 1) {
      let columns = max(1, row - limit)..<(min(right.count, row + limit) + 1)
      let before = lowest
      lowest = fill(row, columns, left, right, beyond)
      guard lowest <= limit || before < limit else { return nil }
      swap(&beforeLast, &last)
      swap(&last, &current)
    }
    return last[right.count] <= limit ? last[right.count] : nil
  }

  private mutating func start(width: Int, _ beyond: Int) {
    last = (0..<width).map { min($0, beyond) }
    beforeLast = [Int](repeating: beyond, count: width)
    current = beforeLast
  }

  /// Fills the columns of one row and returns its lowest value; what lies outside of them is beyond the limit.
  private mutating func fill(
    _ row: Int, _ columns: Range<Int>, _ left: [UInt8], _ right: [UInt8], _ beyond: Int
  ) -> Int {
    current[columns.lowerBound - 1] = columns.lowerBound == 1 ? min(row, beyond) : beyond
    var lowest = current[columns.lowerBound - 1]
    for column in columns {
      let cost = left[row - 1] == right[column - 1] ? 0 : 1
      var value = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + cost)
      if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
        value = min(value, beforeLast[column - 2] + 1)
      }
      current[column] = min(value, beyond)
      lowest = min(lowest, current[column])
    }
    if columns.upperBound < current.count { current[columns.upperBound] = beyond }
    return lowest
  }
}
