/// The candidate nearest to a misspelt word, counted in bytes inserted, left out, replaced or swapped with a neighbour
/// (optimal string alignment, without regard to ASCII case); `nil` when more than a third of the word is wrong.
func nearMiss(_ word: String, among candidates: [String]) -> String? {
  let allowed = max(1, word.utf8.count / 3)
  let near = candidates.map { (distance: alignmentDistance(word, $0, limit: allowed), candidate: $0) }
  return near.filter { $0.distance <= allowed }.min { ($0.distance, $0.candidate) < ($1.distance, $1.candidate) }?
    .candidate
}

/// The distance, or `limit + 1` where the lengths alone exceed the limit.
private func alignmentDistance(_ left: String, _ right: String, limit: Int) -> Int {
  let left = left.utf8.map(\.lowercasedASCII)
  let right = right.utf8.map(\.lowercasedASCII)
  guard abs(left.count - right.count) <= limit else { return limit + 1 }
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for row in 0..<left.count {
    var current = [row + 1]
    for column in 0..<right.count {
      let isSame = left[row] == right[column]
      var best = min(last[column] + (isSame ? 0 : 1), last[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        best = min(best, beforeLast[column - 1] + 1)
      }
      current.append(best)
    }
    (beforeLast, last) = (last, current)
  }
  return last[right.count]
}

extension UInt8 {
  fileprivate var lowercasedASCII: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}
