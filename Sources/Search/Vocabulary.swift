/// The words a mistyped word may have been meant for.
///
/// Written as `debriefVocabulary("…")`, front-coded: letters shared with the word before (one digit), the other
/// letters, a blank, the number of bits of the document frequency (one digit).
struct Vocabulary: Sendable {
  /// Indices into the sorted terms.
  let terms: [Int]

  init(_ lists: PostingLists) {
    let least = lists.documentCount < 1000 ? 1 : 2
    terms = lists.terms.indices.filter { index in
      lists.postings(of: index).count >= least && Vocabulary.isWord(lists.terms[index])
    }
  }

  /// Four to 24 letters; digits and joiners mark identifiers, which are not guessed at.
  static func isWord(_ term: [UInt8]) -> Bool {
    term.allSatisfy { ($0 >= 0x61 && $0 <= 0x7A) || $0 >= 0x80 } && (4...24).contains(letters(of: term).count)
  }

  static func letters(of term: some Sequence<UInt8>) -> [UInt32] {
    String(decoding: Array(term), as: UTF8.self).unicodeScalars.map(\.value)
  }

  static func frequencyClass(_ frequency: Int) -> Int { Int.bitWidth - frequency.leadingZeroBitCount }

  func file(_ lists: PostingLists) -> (path: String, bytes: [UInt8]) {
    var bytes = Array("debriefVocabulary(\"".utf8)
    var previous: [UInt8] = []
    for index in terms {
      let term = lists.terms[index]
      var shared = 0
      while shared < min(term.count, previous.count, 60), term[shared] == previous[shared] { shared += 1 }
      while shared > 0, shared < term.count, term[shared] & 0xC0 == 0x80 { shared -= 1 }
      ShardEncoding.appendDigit(term[..<shared].count { $0 & 0xC0 != 0x80 }, to: &bytes)
      bytes.append(contentsOf: term[shared...])
      bytes.append(0x20)
      ShardEncoding.appendDigit(Vocabulary.frequencyClass(lists.postings(of: index).count), to: &bytes)
      previous = term
    }
    bytes.append(contentsOf: "\");\n".utf8)
    return ("search/vocabulary.js", bytes)
  }
}

/// Restricted Damerau–Levenshtein distance (insertions, deletions, replacements, swapped neighbours).
enum EditDistance {
  /// The distance, or nil if it exceeds `limit`.
  static func between(_ left: [UInt32], _ right: [UInt32], limit: Int) -> Int? {
    guard abs(left.count - right.count) <= limit else { return nil }
    var beforePrevious: [Int] = []
    var previous = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var current = [row + 1]
      var least = row + 1
      for (column, other) in right.enumerated() {
        var distance = min(previous[column] + (letter == other ? 0 : 1), previous[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
          distance = min(distance, beforePrevious[column - 1] + 1)
        }
        current.append(distance)
        least = min(least, distance)
      }
      if least > limit { return nil }
      beforePrevious = previous
      previous = current
    }
    return previous[right.count] <= limit ? previous[right.count] : nil
  }
}
