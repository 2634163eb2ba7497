internal import PostMortems

/// The weightiest words of two reports in a form that stands in both of them.
struct SharedWords {
  private let first: Subject
  private let second: Subject

  private struct Entry {
    let text: String
    let value: Float
    let here: WordPlace
    let there: WordPlace
    let isIdentifier: Bool
  }

  init(_ first: Subject, _ second: Subject) {
    (self.first, self.second) = (first, second)
  }

  /// Words, neighbours that follow each other in both reports joined to phrases, and identifiers; weightiest first.
  var lists: (words: [String], identifiers: [String]) {
    let entries = entries()
    let identifiers = entries.filter(\.isIdentifier).prefix(ReasonWords.wordLimit).map(\.text)
    let parts = Set(identifiers.flatMap { $0.split { "_-.".contains($0) }.map(String.init) })
    let words = entries.filter { !$0.isIdentifier && !parts.contains($0.text) }
    return (Array(joined(words).prefix(ReasonWords.wordLimit)), Array(identifiers))
  }

  private func entries() -> [Entry] {
    let (own, others) = (first.profile, second.profile)
    var pairs: [(value: Float, one: Int, other: Int)] = []
    Likeness.eachShared(own, others) { pairs.append((Likeness.contribution(own.terms[$0], others.terms[$1]), $0, $1)) }
    // Words are numbered in the order of the terms.
    pairs.sort { ($1.value, $0.one) < ($0.value, $1.one) }
    return pairs.prefix(3 * ReasonWords.wordLimit).compactMap { value, one, other in
      let (one, other) = (own.appearances[one], others.appearances[other])
      let here = PlacedWord.text(one.place, in: first.postMortem)
      let there = PlacedWord.text(other.place, in: second.postMortem)
      guard let text = here.hasPrefix(there) ? there : there.hasPrefix(here) ? here : nil else { return nil }
      return Entry(text: text, value: value, here: one.place, there: other.place, isIdentifier: one.isIdentifier)
    }
  }

  /// Two words become a phrase where one follows the other, a blank between them, in both reports.
  private func joined(_ entries: [Entry]) -> [String] {
    var left = entries
    var texts: [String] = []
    while !left.isEmpty {
      let entry = left.removeFirst()
      if let next = left.firstIndex(where: { Self.follow(entry, $0) }) {
        texts.append("\(entry.text) \(left.remove(at: next).text)")
      } else if let before = left.firstIndex(where: { Self.follow($0, entry) }) {
        texts.append("\(left.remove(at: before).text) \(entry.text)")
      } else {
        texts.append(entry.text)
      }
    }
    return texts
  }

  private static func follow(_ one: Entry, _ other: Entry) -> Bool {
    func follow(_ left: WordPlace, _ right: WordPlace) -> Bool {
      left.isInTitle == right.isInTitle && left.range.upperBound + 1 == right.range.lowerBound
    }
    return follow(one.here, other.here) && follow(one.there, other.there)
      && one.here.length == one.there.length && other.here.length == other.there.length
  }
}
