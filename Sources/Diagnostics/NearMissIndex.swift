internal import Synchronization

/// Near misses among many names, for many words: a misspelt word keeps its beginning or its end, so that among
/// thousands of names it is compared with those that begin or end most like it.
package final class NearMissIndex: Sendable {
  /// The names beside a word in one order that are compared with it, on each side.
  private static let reach = 100

  private let unsorted: [String]
  /// Made for the first word that is looked for: most knowledge bases have no such word.
  private let orders = Mutex<Orders?>(nil)

  /// - Parameter names: in any order, each any number of times.
  package init(_ names: some Sequence<String>) { unsorted = Array(names) }

  /// As `NearMiss.nearest` among all names in alphabetical order, where there are not more than some hundreds of them.
  package func nearest(to word: String) -> String? {
    guard word.utf8.count <= NearMiss.longestWord else { return nil }
    let orders = orders.withLock { made in
      let value = made ?? Orders(unsorted)
      made = value
      return value
    }
    let names = orders.names
    guard names.count > 4 * Self.reach else { return NearMiss.nearest(to: word, in: names) }
    return NearMiss.nearest(to: word, in: orders.places(near: word.lowercased()).lazy.map { names[$0] })
  }

  /// The names by how they begin and by how they end, small letters for all.
  private struct Orders {
    let names: [String]
    private let folded: [String]
    private let reversed: [String]
    /// The place in `names` of each reversed name.
    private let places: [Int]

    init(_ unsorted: [String]) {
      let byStart = Set(unsorted).map { (folded: $0.lowercased(), name: $0) }
        .sorted { ($0.folded, $0.name) < ($1.folded, $1.name) }
      names = byStart.map(\.name)
      folded = byStart.map(\.folded)
      let byEnd = folded.enumerated().map { (reversed: Self.reversed($1), place: $0) }
        .sorted { ($0.reversed, $0.place) < ($1.reversed, $1.place) }
      reversed = byEnd.map(\.reversed)
      places = byEnd.map(\.place)
    }

    /// The names around the two places at which a word would stand, in the order of `names`.
    func places(near word: String) -> [Int] {
      let byEnd = neighbours(of: Self.reversed(word), in: reversed).map { places[$0] }
      return Set(neighbours(of: word, in: folded)).union(byEnd).sorted()
    }

    private func neighbours(of word: String, in sorted: [String]) -> Range<Int> {
      var range = sorted.startIndex..<sorted.endIndex
      while !range.isEmpty {
        let middle = range.lowerBound + range.count / 2
        range = sorted[middle] < word ? (middle + 1)..<range.upperBound : range.lowerBound..<middle
      }
      return max(0, range.lowerBound - reach)..<min(sorted.count, range.lowerBound + reach)
    }

    private static func reversed(_ word: String) -> String {
      String(String.UnicodeScalarView(word.unicodeScalars.reversed()))
    }
  }
}
