/// Finds the word that an author most likely meant.
package enum NearMiss {
  /// The candidate with the smallest distance, at most a third of the longer word's length; ties go to the earlier one.
  package static func nearest(to word: String, in candidates: some Sequence<String>) -> String? {
    let wanted = Array(word.lowercased().utf8)
    guard !wanted.isEmpty else { return nil }
    var best: (word: String, distance: Int)?
    for candidate in candidates {
      let other = Array(candidate.lowercased().utf8)
      let limit = max(wanted.count, other.count) / 3
      guard abs(wanted.count - other.count) <= limit else { continue }
      let distance = distance(wanted, other)
      if distance <= limit, distance < best?.distance ?? Int.max { best = (candidate, distance) }
    }
    return best?.word
  }

  /// Insertions, deletions, replacements and swaps of neighbours between two byte strings.
  /// Source: optimal string alignment, after Damerau 1964.
  package static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for (row, leftByte) in left.enumerated() {
      var current = [row + 1] + [Int](repeating: 0, count: right.count)
      for (column, rightByte) in right.enumerated() {
        let cost = leftByte == rightByte ? 0 : 1
        var value = min(last[column + 1] + 1, current[column] + 1, last[column] + cost)
        if row > 0, column > 0, leftByte == right[column - 1], left[row - 1] == rightByte {
          value = min(value, beforeLast[column - 1] + 1)
        }
        current[column + 1] = value
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
